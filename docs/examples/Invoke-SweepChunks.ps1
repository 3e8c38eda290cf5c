<#
.SYNOPSIS
    Runs the chunks of a sweep on several Windows machines.
.DESCRIPTION
    Submit the sweep first: Invoke-AxflSweep sweep.yaml -Pool command -ShareData -Store $store. It says how many chunks there are.
    Each machine needs the module Axfl of the same version, and reaches the store. Machine i of n takes the chunks i, i + n, i + 2n, ...
    A chunk that is done is skipped, so after a machine was lost run it again. When all are done Invoke-AxflSweep gives the table.
.EXAMPLE
    ./Invoke-SweepChunks.ps1 -ComputerName (Get-Content machines.txt) -Sweep lsg-sweep -Chunks 120 -Store $env:AXFL_STORE
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string[]] $ComputerName,
    [Parameter(Mandatory)] [string] $Sweep,
    [Parameter(Mandatory)] [ValidateRange(1, [int]::MaxValue)] [int] $Chunks,
    [Parameter(Mandatory)] [string] $Store,
    [pscredential] $Credential
)

$ErrorActionPreference = 'Stop'
$session = @{ ComputerName = $ComputerName }
if ($Credential) { $session.Credential = $Credential }
$sessions = New-PSSession @session
try {
    $jobs = for ($i = 0; $i -lt $sessions.Count; $i++) {
        Invoke-Command -Session $sessions[$i] -AsJob -ArgumentList $Sweep, $Chunks, $Store, ($i + 1), $sessions.Count -ScriptBlock {
            param($Sweep, $Chunks, $Store, $First, $Step)
            $env:AXFL_STORE = $Store
            for ($k = $First; $k -le $Chunks; $k += $Step) { Invoke-AxflSweep -Name $Sweep -Chunk $k -DataFromStore }
        }
    }
    $jobs | Receive-Job -Wait -AutoRemoveJob
}
finally {
    $sessions | Remove-PSSession
}
