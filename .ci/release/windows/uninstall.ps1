# Fjerner udmaal igen: mappen, og intet andet, for der er skrevet intet andet.
param([string]$Mappe = (Join-Path $env:LOCALAPPDATA 'udmaal'))
$ErrorActionPreference = 'Stop'
if (-not (Test-Path -LiteralPath (Join-Path $Mappe 'udmaal.cmd'))) {
    throw "Der er ikke noget udmaal i $Mappe"
}
Remove-Item -LiteralPath $Mappe -Recurse -Force
Write-Host "Fjernet: $Mappe"
