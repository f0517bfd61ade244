@echo off
rem Stockroom on Windows, from a clean clone:
rem   run                 set up what is missing and open the window
rem   run COMMAND ...     the same without a window (run --help)
rem   run test [ARGS]     set up and run the tests; those on PostgreSQL need TEST_PG_BIN or the check tools' server
rem   run check           format, lint, types, layers
rem   run setup           set up only
rem The environment variable PYTHON chooses the interpreter (3.11 to 3.13). Set-up speaks on stderr.
setlocal
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PY=%VENV%\Scripts\python.exe"
set "STAMP=%VENV%\set-up.txt"

rem A path is quoted, "py -3.12" is not, however they were given.
if not defined PYTHON goto check_stamp
set "PYTHON=%PYTHON:"=%"
if exist "%PYTHON%" set PYTHON="%PYTHON%"

rem The stamp says what the environment was made from: this place, that interpreter; the copies beside it, which packages.
rem What compares is Python, since cmd writes and reads files in another code page than Python does.
:check_stamp
if not exist "%PY%" goto setup
if not exist "%STAMP%" goto setup
fc /b "%HERE%requirements.lock" "%VENV%\requirements.lock" >nul 2>&1 || goto setup
fc /b "%HERE%requirements-dev.lock" "%VENV%\requirements-dev.lock" >nul 2>&1 || goto setup
"%PY%" -c "import pathlib, sys; sys.exit(pathlib.Path(sys.argv[1]).read_text('utf-8').splitlines()[0] != sys.argv[2])" "%STAMP%" "%HERE%." 2>nul || goto setup
if not defined PYTHON goto start
%PYTHON% -c "import pathlib, sys; sys.exit(pathlib.Path(sys.argv[1]).read_text('utf-8').splitlines()[1] != sys.base_prefix)" "%STAMP%" 2>nul || goto setup
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
rem A line of ASCII that Python runs: the package is found from any folder, whatever letters its path has.
"%PY%" -c "import pathlib, sys, sysconfig; here = str(pathlib.Path(sys.argv[1]).resolve()); pathlib.Path(sysconfig.get_path('purelib'), 'stockroom.pth').write_text('import sys; sys.path.append(' + ascii(here) + ')\n')" "%HERE%." || exit /b 1
copy /y "%HERE%requirements.lock" "%VENV%\requirements.lock" >nul || exit /b 1
copy /y "%HERE%requirements-dev.lock" "%VENV%\requirements-dev.lock" >nul || exit /b 1
"%PY%" -c "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2] + '\n' + sys.base_prefix + '\n', 'utf-8')" "%STAMP%" "%HERE%." || exit /b 1

:start
if "%~1"=="setup" exit /b 0
if "%~1"=="test" goto test
if "%~1"=="check" goto check
"%PY%" "%HERE%main.py" %*
exit /b %errorlevel%

rem What follows the word "test", as it was typed: shift would take = and , for spaces.
:test
cd /d "%HERE%"
set ARGUMENTS=%*
set ARGUMENTS=%ARGUMENTS:*test=%
if not defined ARGUMENTS set "ARGUMENTS=-n auto --maxprocesses 4 --dist worksteal"
"%PY%" -m pytest %ARGUMENTS%
exit /b %errorlevel%

:check
cd /d "%HERE%"
set "FAILED=0"
"%VENV%\Scripts\ruff.exe" format --check . || set "FAILED=1"
"%VENV%\Scripts\ruff.exe" check . || set "FAILED=1"
"%VENV%\Scripts\mypy.exe" || set "FAILED=1"
"%VENV%\Scripts\lint-imports.exe" || set "FAILED=1"
exit /b %FAILED%
