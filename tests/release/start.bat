@echo off
rem Shows the site in the folder of this file, in the browser. All before the label is ASCII, and so the same in every code page; the Thai
rem is said by the program. Names of folders may hold blanks and any of & ( ) % ! ^, so none is written outside quotes, and none in brackets.
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0prongsai.exe" goto alone

rem A folder of another machine (\\server\share) is no current folder for cmd: pushd gives it a letter. If none is free, the folder is named all the same.
pushd "%~dp0" 2>nul
if exist "content\site.yaml" goto site
"%~dp0prongsai.exe" --root "%~dp0."
"%~dp0prongsai.exe" new site "%~dp0."
if exist "content\site.yaml" goto site
goto end

:site
"%~dp0prongsai.exe" serve --open --root "%~dp0."

:end
popd
echo.
pause
exit /b

:alone
rem Within a ZIP file Explorer unpacks this file alone. Nobody is there to say it in Thai but this file.
chcp 65001 >nul
echo.
echo  ไม่พบ prongsai.exe ข้างไฟล์นี้ ถ้าไฟล์นี้ยังอยู่ใน ZIP ให้ปิดหน้าต่างนี้ คลิกขวาที่ไฟล์ ZIP
echo  เลือก "แยกข้อมูลทั้งหมด..." (Extract All) แล้วดับเบิลคลิกไฟล์นี้ใหม่จากโฟลเดอร์ที่ได้
echo.
echo  prongsai.exe is not beside this file. If you opened it inside the ZIP file, close this window, right-click the ZIP file,
echo  choose Extract All, and start it again from the new folder.
echo.
pause
exit /b 2
