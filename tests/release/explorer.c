/* Starts a program as Explorer does, as a child of a process of this name: explorer.exe PROGRAM [COMMAND-LINE]. Compiled by try_windows.py. */
#include <windows.h>

/* Ctrl-C is for the program in the window: Explorer has none. A handler, since the program would inherit that it is ignored. */
static BOOL WINAPI not_for_us(DWORD event) { return event == CTRL_C_EVENT; }

int wmain(int count, wchar_t **arguments) {
    STARTUPINFOW startup = {sizeof startup};
    PROCESS_INFORMATION started;
    DWORD status = 99;
    SetConsoleCtrlHandler(not_for_us, TRUE);
    if (count < 2 || !CreateProcessW(arguments[1], arguments[2], NULL, NULL, TRUE, 0, NULL, NULL, &startup, &started)) return 98;
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &status);
    return (int)status;
}
