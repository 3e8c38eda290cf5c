<#
.SYNOPSIS
    Runs a sweep in chunks on machines of PowerShell remoting, each with the module and $env:AXFL_STORE, and gives what came of each chunk.
.DESCRIPTION
    $env:AXFL_STORE is the connection string of PostgreSQL here and there. Bars travel by the store. A chunk that is run twice is skipped the second time, so the script can be started again.
    Without -ComputerName the chunks run here, one after the other; a store in a file will do then.
.EXAMPLE
    ./sweep-machines.ps1 sweep.yaml -ComputerName lab1, lab2, lab3
#>
param(
    [Parameter(Mandatory)] [string] $Path,
    [string[]] $ComputerName = @(),
    [double] $ChunkSeconds = 30,
    [string] $Module = 'Axfl'
)

Import-Module $Module
$sweep = Invoke-AxflSweep $Path -Pool command -ShareData -ChunkSeconds $ChunkSeconds | Where-Object Chunks
if (-not $sweep) { return 'Nothing is left to run.' }

$work = {
    param($Module, $Name, $Chunks)
    Import-Module $Module
    foreach ($chunk in $Chunks) { Invoke-AxflSweep $Name -Chunk $chunk -DataFromStore }
}
if ($ComputerName.Count -eq 0) { return & $work $Module $sweep.Sweep (1..$sweep.Chunks) }

# Each machine gets every n-th chunk.
$jobs = for ($i = 0; $i -lt $ComputerName.Count; $i++) {
    $mine = @(for ($chunk = $i + 1; $chunk -le $sweep.Chunks; $chunk += $ComputerName.Count) { $chunk })
    if ($mine) { Invoke-Command -ComputerName $ComputerName[$i] -ScriptBlock $work -ArgumentList $Module, $sweep.Sweep, $mine -AsJob }
}
$jobs | Receive-Job -Wait -AutoRemoveJob
