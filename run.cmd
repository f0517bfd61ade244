@echo off
rem Stockroom on Windows, from a clean clone:
rem   run                 set up what is missing and open the window
rem   run COMMAND ...     the same without a window (run --help)
rem   run test [ARGS]     set up and run the tests; those on PostgreSQL need TEST_PG_BIN or the check tools' server
rem   run setup           set up only
rem The environment variable PYTHON chooses the interpreter (3.11 to 3.13). Set-up speaks on stderr.
setlocal
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PY=%VENV%\Scripts\python.exe"
set "STAMP=%VENV%\set-up.txt"

if not exist "%PY%" goto setup
if not exist "%STAMP%" goto setup
fc /b "%HERE%requirements.lock" "%VENV%\requirements.lock" >nul 2>&1 || goto setup
fc /b "%HERE%requirements-dev.lock" "%VENV%\requirements-dev.lock" >nul 2>&1 || goto setup
set /p PLACE=<"%STAMP%"
if not "%PLACE%"=="%HERE%" goto setup
goto start

:setup
if defined PYTHON goto chosen
for %%V in (3.13 3.12 3.11) do (
  py -%%V -c "import venv, ensurepip" >nul 2>&1 && set "PYTHON=py -%%V" && goto chosen
)
set "PYTHON=python"
:chosen
%PYTHON% -c "import sys, venv, ensurepip; sys.exit(not ((3, 11) <= sys.version_info < (3, 14)))" >nul 2>&1
if errorlevel 1 (
  echo stockroom: needs Python 3.11 to 3.13 from python.org; set PYTHON to name one 1>&2
  exit /b 1
)
echo stockroom: setting up, for the first start or after an update: about 120 MB to fetch 1>&2
if exist "%VENV%" rmdir /s /q "%VENV%"
%PYTHON% -m venv "%VENV%" 1>&2 || exit /b 1
"%PY%" -m pip install --quiet --disable-pip-version-check --no-input --no-deps -r "%HERE%requirements.lock" -r "%HERE%requirements-dev.lock" 1>&2 || exit /b 1
> "%VENV%\Lib\site-packages\stockroom.pth" echo %HERE%
copy /y "%HERE%requirements.lock" "%VENV%\requirements.lock" >nul
copy /y "%HERE%requirements-dev.lock" "%VENV%\requirements-dev.lock" >nul
> "%STAMP%" echo %HERE%

:start
if "%~1"=="setup" exit /b 0
if "%~1"=="test" goto test
"%PY%" "%HERE%main.py" %*
exit /b %errorlevel%

:test
cd /d "%HERE%"
set "ARGUMENTS="
:more
shift
if "%~1"=="" goto run_tests
set ARGUMENTS=%ARGUMENTS% %1
goto more
:run_tests
"%PY%" -m pytest %ARGUMENTS%
exit /b %errorlevel%
