<#
.SYNOPSIS
    A run for a scheduler: lines of JSON on standard output, words on standard error, an exit code.
.DESCRIPTION
    cron:            30 6 * * 1-5  cd /srv/axfl && pwsh -NoProfile -NonInteractive -File scheduled-run.ps1 >> axfl.jsonl 2>> axfl.err
    systemd:         ExecStart=/usr/bin/pwsh -NoProfile -NonInteractive -File scheduled-run.ps1, with OnCalendar=Mon..Fri 06:30 UTC
    Task Scheduler:  New-ScheduledTaskAction -Execute pwsh.exe -Argument '-NoProfile -NonInteractive -File scheduled-run.ps1'
    Live:            -Run @{ Mode = 'Ws'; Source = 'oanda'; StopAtSessionEnd = $true } ends by itself after the last session window of the day.
    Exit codes: 0 done, 2 usage or configuration, 3 data, 4 output, 5 a feed or provider, 1 anything else.
#>
param(
    [string] $Module = 'Axfl',
    [hashtable] $Run = @{}
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
try {
    Import-Module $Module
    # Warnings as they come: a live run may last for days.
    Start-AxflLivePort @Run 3>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.WarningRecord]) { [Console]::Error.WriteLine("warning: $_") } else { $_ }
    } | ConvertTo-AxflStatusBlock -JsonOnly
    exit 0
} catch {
    [Console]::Error.WriteLine("error: $_ [$($_.FullyQualifiedErrorId)]")
    exit ($_.Exception -is [Axfl.Contracts.AxflException] ? [int]$_.Exception.Kind : 1)
}
