@echo off
rem Runs udmaal; lies beside the folder "env" or "python" that install.ps1 made. Writes nothing.
setlocal
set "PYTHONUTF8=1"
set "PYTHONDONTWRITEBYTECODE=1"
set "PYTHONNOUSERSITE=1"
set "UDMAAL_PYTHON=%~dp0env\Scripts\python.exe"
if not exist "%UDMAAL_PYTHON%" set "UDMAAL_PYTHON=%~dp0python\python.exe"
"%UDMAAL_PYTHON%" -m udmaal %*
exit /b %ERRORLEVEL%
