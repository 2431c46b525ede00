@echo off
rem Starts jrelease with the runtime beside it, or else with the Java 25 of JAVA_HOME or of the path.
setlocal
set "home=%~dp0.."
set "java=%home%\runtime\bin\java.exe"
if exist "%java%" goto run
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version 2>&1 | findstr /r /c:"version .25" >nul
if errorlevel 1 (
  echo jrelease needs Java 25: set JAVA_HOME to one 1>&2
  exit /b 5
)
:run
rem Each command has the cache that has its classes, as in the launcher for other systems.
set "first=%~1"
set "cache=release"
set "jit=quick"
for %%c in (check plan init migrate schema completion man report) do if "%first%"=="%%c" set "cache=plan"
if "%first%"=="" set "cache=start"
if "%first%"=="help" set "cache=start"
if "%first:~0,1%"=="-" set "cache=start"
if "%cache%"=="release" set "jit=release"
"%java%" "@%home%\lib\java.options" "@%home%\lib\%jit%.options" "-XX:AOTCache=%home%\lib\%cache%.aot" -cp "%home%\lib\jrelease.jar" dev.jrelease.cli.Main %*
exit /b %errorlevel%
