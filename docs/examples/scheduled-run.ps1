<#
.SYNOPSIS
    A run for a scheduler: lines of JSON on standard output, words on standard error, an exit code.
.DESCRIPTION
    cron:            30 6 * * 1-5  cd /srv/axfl && pwsh -NoProfile -NonInteractive -File scheduled-run.ps1 >> axfl.jsonl 2>> axfl.err
    systemd:         ExecStart=/usr/bin/pwsh -NoProfile -NonInteractive -File scheduled-run.ps1, with OnCalendar=Mon..Fri 06:30 UTC
    Task Scheduler:  New-ScheduledTaskAction -Execute pwsh.exe -Argument '-NoProfile -NonInteractive -File scheduled-run.ps1'
    Live:            -Run @{ Mode = 'Ws'; Source = 'oanda'; StopAtSessionEnd = $true } ends by itself after the last session window of the day.
    Exit codes: 0 done, 2 usage or configuration (the module that is not there among it), 3 data, 4 output, 5 a feed or provider, 1 anything else.
    Module:          Install-PSResource Axfl; without it on PSModulePath the one this script came with, or -Module with its folder.
#>
param(
    [string] $Module,
    [hashtable] $Run = @{}
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

if (-not $Module) {
    # Installed; else beside this script, in the module or in a built clone.
    $places = "$PSScriptRoot/../Axfl.psd1", "$PSScriptRoot/../../out/module/Axfl/Axfl.psd1"
    $Module = if (Get-Module -ListAvailable Axfl) { 'Axfl' } else { $places | Where-Object { Test-Path $_ } | Select-Object -First 1 }
}
if (-not $Module) {
    [Console]::Error.WriteLine('error: the module Axfl is not installed: Install-PSResource Axfl, or give its folder with -Module')
    exit 2
}

try {
    Import-Module $Module
    # Warnings as they come: a live run may last for days.
    Start-AxflLivePort @Run 3>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.WarningRecord]) { [Console]::Error.WriteLine("warning: $_") } else { $_ }
    } | ConvertTo-AxflStatusBlock -JsonOnly
    exit 0
} catch {
    [Console]::Error.WriteLine("error: $_ [$($_.FullyQualifiedErrorId)]")
    # By property and not by type: what failed may be the import, and then there is no such type.
    $kind = $_.Exception.PSObject.Properties['Kind']
    exit $(if ($kind) { [int]$kind.Value } elseif ($_.FullyQualifiedErrorId -like 'Modules_*' -or $_.FullyQualifiedErrorId -like 'ParameterArgument*') { 2 } else { 1 })
}
