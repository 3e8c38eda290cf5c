# Runs the Pester tests of a folder or file; exit code 1 when one fails. Started by build.ps1 in a process of its own.
param(
    [string] $Path = $PSScriptRoot,
    [string] $CountsPath
)

Import-Module Pester -MinimumVersion 5.0
# What was packed and installed beside Pester is what is tested; without it what the build has staged.
if (-not $env:AXFL_MODULE) { $env:AXFL_MODULE = (Get-Module -ListAvailable Axfl | Select-Object -First 1).ModuleBase }
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $configuration
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
if ($CountsPath) { Set-Content -LiteralPath $CountsPath -Value "$($result.PassedCount) $failed $($result.SkippedCount)" }
exit [int]($failed -gt 0)
