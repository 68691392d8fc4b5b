/* Wine 8 has no bcryptprimitives.dll, and without it no Rust program starts. Rust asks it for one function: random bytes, which an older library of the
   system gives as well. Linked with -ladvapi32; built by the script `wine`. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) { return RtlGenRandom(bytes, (ULONG)length); }
