#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests and packs the module; thin over the .NET SDK.
.DESCRIPTION
    Without pwsh on the machine: dotnet tool restore, then dotnet pwsh ./build.ps1 -Task ...

    Build     the module into out/module/Axfl (Import-Module ./Axfl.psd1 works then)
    Test      dotnet test
    Coverage  dotnet test, with a report of covered lines in out/coverage
    Pester    packs the module, installs it from that package into out/modules and runs the tests in tests/Pester, in a process of their own
    Analyze   PSScriptAnalyzer over scripts, tests and examples; counts as skipped where it is not installed
    Help      the help alone, from docs/en-US
    Pictures  the two pictures of README into docs/images, from runs made for them; needs Chromium
    Rooms     prints every room of src (a folder is a room) with its arrows, cycles (none), the largest file and folder
    Pack      out/packages/Axfl.<version>.nupkg, for Publish-PSResource or a folder registered with Register-PSResourceRepository, and
              Axfl.Pools.Hangfire-<version>.zip, the queue of the pool hangfire with its dashboard
    Mutate    mutation tests of the engine by its own tests, folder by folder; fails below 90 %; reports in out/mutation
    Soak      the long forms of the tests of kills, faults, syncs, noise and damaged input, one after the other; half an hour or more; reports in out/soak
    Clean     removes what builds leave
.EXAMPLE
    ./build.ps1 -Task Build, Pester
.EXAMPLE
    ./build.ps1 -Task Mutate -Folder Risk, Sessions
.EXAMPLE
    ./build.ps1 -Task Pack -Skender
    The release: with the indicators of Skender.Stock.Indicators, where the package feed has it.
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [ValidateSet('Build', 'Test', 'Coverage', 'Pester', 'Analyze', 'Help', 'Pictures', 'Rooms', 'Pack', 'Mutate', 'Soak', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Build, Test, Pester and Pack: with the indicators of Skender.Stock.Indicators.
    [switch] $Skender,

    # Pester: which files.
    [string] $Path = "$PSScriptRoot/tests/Pester",

    # Pester, Analyze: where to write "passed failed skipped".
    [string] $CountsPath,

    # Mutate: which folders of src/Axfl.Engine; all when omitted.
    [string[]] $Folder
)

$ErrorActionPreference = 'Stop'
$module = "$PSScriptRoot/out/module/Axfl"
$modules = "$PSScriptRoot/out/modules"
$packages = "$PSScriptRoot/out/packages"

function Invoke-DotNet {
    param([string[]] $Argument)
    & dotnet @Argument
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($Argument -join ' ') failed with exit code $LASTEXITCODE." }
}

$with = if ($Skender) { , '-p:Skender=true' } else { @() }

function Invoke-Build {
    # The module's build takes the runtime as it was restored: with or without Skender's package.
    Invoke-DotNet -Argument (@('restore', "$PSScriptRoot/src/Axfl.Runtime", '-v', 'quiet') + $with)
    Invoke-DotNet -Argument (@('build', "$PSScriptRoot/src/Axfl.PowerShell", '-c', $Configuration, '-v', 'quiet', '--nologo') + $with)
}

function Invoke-Test { Invoke-DotNet -Argument (@('test', $PSScriptRoot, '-c', $Configuration) + $with) }

function Invoke-Coverage {
    $results = "$PSScriptRoot/out/coverage"
    Remove-Item -Path $results -Recurse -Force -ErrorAction Ignore
    Invoke-DotNet -Argument 'test', $PSScriptRoot, '-c', $Configuration, '--collect', 'XPlat Code Coverage', '--results-directory', "$results/raw"
    Invoke-DotNet -Argument 'reportgenerator', "-reports:$results/raw/**/coverage.cobertura.xml", "-targetdir:$results", '-reporttypes:TextSummary;Html', '-verbosity:Warning'
    Get-Content -Path "$results/Summary.txt"
}

function Invoke-Help {
    Invoke-DotNet -Argument 'run', '--project', "$PSScriptRoot/src/Axfl.HelpBuilder", '-c', $Configuration, '--', "$PSScriptRoot/docs/en-US", "$module/en-US"
}

function Invoke-Pictures { Invoke-DotNet -Argument 'run', '--project', "$PSScriptRoot/tests/Pictures", '-c', $Configuration, '--', "$PSScriptRoot/docs/images" }

function Invoke-Rooms { Invoke-DotNet -Argument 'run', '--project', "$PSScriptRoot/tests/Rooms", '--', "$PSScriptRoot/src" }

function Install-Package {
    # The packed module, as a user gets it from a repository, into out/modules: the tests import that one.
    $repository = "AxflBuild$PID"
    Remove-Item -Path "$modules/Axfl" -Recurse -Force -ErrorAction Ignore
    New-Item -ItemType Directory -Force -Path $modules | Out-Null
    Register-PSResourceRepository -Name $repository -Uri $packages -Trusted
    try { Save-PSResource -Name Axfl -Repository $repository -Path $modules -TrustRepository }
    finally { Unregister-PSResourceRepository -Name $repository }
}

function Invoke-Pester {
    Invoke-Pack | Out-Null
    Install-Package
    Invoke-DotNet -Argument 'build', "$PSScriptRoot/tests/Pester/Pester.csproj", '-v', 'quiet', '--nologo'
    $env:PSModulePath = $modules, $env:PSModulePath -join [IO.Path]::PathSeparator
    # A process of its own: an assembly once loaded stays, and the next build could not be imported.
    & dotnet "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -File "$PSScriptRoot/tests/Pester/Invoke-Tests.ps1" -Path $Path -CountsPath $CountsPath
    if ($LASTEXITCODE -ne 0) { throw 'Pester tests failed.' }
}

function Invoke-Analyze {
    if (-not (Get-Module -ListAvailable PSScriptAnalyzer)) {
        Write-Warning 'Analyze: skipped. PSScriptAnalyzer is not installed: Install-PSResource PSScriptAnalyzer.'
        if ($CountsPath) { Set-Content -LiteralPath $CountsPath -Value '0 0 1' }
        return
    }
    $found = @(
        Get-ChildItem -Path $PSScriptRoot -Include *.ps1, *.psd1, *.psm1 -File -Recurse |
            Where-Object FullName -NotMatch '[\\/](bin|obj|out|logs)[\\/]' |
            ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings "$PSScriptRoot/PSScriptAnalyzerSettings.psd1" }
    )
    $found | Format-Table ScriptName, Line, RuleName, Message -AutoSize
    if ($CountsPath) { Set-Content -LiteralPath $CountsPath -Value "$([int](-not $found)) $($found.Count) 0" }
    if ($found) { throw "PSScriptAnalyzer found $($found.Count)." }
    'PSScriptAnalyzer: nothing found.'
}

function Invoke-Pack {
    Invoke-Build
    $folder = New-Item -ItemType Directory -Force -Path $packages
    Remove-Item -Path "$packages/Axfl.*.nupkg"
    Compress-PSResource -Path $module -DestinationPath $folder -SkipModuleManifestValidate
    Get-ChildItem -Path $folder -Filter *.nupkg
    Invoke-PackHangfire -Destination $folder
}

# Hangfire, in a package of its own that is unpacked beside a program: adapters/ with the queue, the dashboard, and the licences of all that is in them.
function Invoke-PackHangfire {
    param([string] $Destination)
    $staged = "$PSScriptRoot/out/hangfire"
    $version = (Import-PowerShellDataFile -Path "$PSScriptRoot/Axfl.psd1").ModuleVersion
    Remove-Item -Path $staged, "$Destination/Axfl.Pools.Hangfire-*.zip" -Recurse -Force -ErrorAction Ignore
    Invoke-DotNet -Argument 'publish', "$PSScriptRoot/src/Axfl.Pools.Hangfire.Dashboard", '-c', $Configuration, '-o', "$staged/Axfl.Pools.Hangfire.Dashboard", '-v', 'quiet', '--nologo' | Out-Host
    Copy-Item -LiteralPath "$PSScriptRoot/LICENSE" -Destination "$staged/Axfl.Pools.Hangfire.Dashboard"
    Copy-Item -LiteralPath "$PSScriptRoot/LICENSE" -Destination "$staged/adapters/Axfl.Pools.Hangfire"
    $package = "$Destination/Axfl.Pools.Hangfire-$version.zip"
    Compress-Archive -Path "$staged/*" -DestinationPath $package
    Get-Item -LiteralPath $package
}

# Killed of killed, survived, not covered and timed out, folder by folder of a mutation report.
function Measure-Mutation {
    param([string] $Report)
    $states = 'Killed', 'Survived', 'NoCoverage', 'Timeout'
    $files = (Get-Content -LiteralPath $Report -Raw | ConvertFrom-Json).files.PSObject.Properties
    foreach ($folder in $files | Group-Object { $name = Split-Path -Parent $_.Name; if ($name) { Split-Path -Leaf $name } else { '.' } } | Sort-Object Name) {
        $mutants = @($folder.Group.Value.mutants | Where-Object status -In $states)
        if (-not $mutants) { continue }
        $counts = @{}
        foreach ($state in $states) { $counts[$state] = @($mutants | Where-Object status -EQ $state).Count }
        [pscustomobject]@{
            Folder = $folder.Name; Killed = $counts.Killed; Survived = $counts.Survived; NotCovered = $counts.NoCoverage; TimedOut = $counts.Timeout
            All = $mutants.Count; Score = [math]::Round(100 * $counts.Killed / $mutants.Count, 1)
        }
    }
}

function Invoke-Mutate {
    Invoke-DotNet -Argument 'tool', 'restore'
    # In one word with its option: by itself PowerShell would replace the pattern by the files it finds for it.
    $files = @($Folder | Where-Object { $_ } | ForEach-Object { "--mutate:**/$_/*.cs" })
    $output = "$PSScriptRoot/out/mutation"
    Push-Location -Path "$PSScriptRoot/tests/Axfl.Engine.Tests"
    try { Invoke-DotNet -Argument (@('tool', 'run', 'dotnet-stryker', '--', '--output', $output) + $files) | Out-Host }
    finally { Pop-Location }
    $found = @(Measure-Mutation -Report "$output/reports/mutation-report.json")
    $found | Format-Table
    $killed = ($found | Measure-Object -Property Killed -Sum).Sum
    $all = ($found | Measure-Object -Property All -Sum).Sum
    "Mutation score: $killed of $all."
    if ($killed -lt 0.9 * $all) { throw "The engine's tests kill less than 90 % of the mutants: $killed of $all. The survivors are listed in out/mutation." }
}

# One part of a soak: tests in their long form, which environment variables ask for. Counts what ran.
function Invoke-SoakPart {
    param([string] $Name, [string] $Project, [string] $Filter, [hashtable] $Variable)
    Write-Host "Soak: $Name ..."
    $report = "$PSScriptRoot/out/soak/$Name.trx"
    $began = Get-Date
    foreach ($key in $Variable.Keys) { Set-Item -Path "Env:$key" -Value $Variable[$key] }
    try { & dotnet test "$PSScriptRoot/tests/$Project" -c $Configuration --no-build --nologo --filter $Filter --logger "trx;LogFileName=$report" | Out-Host }
    finally { $Variable.Keys | ForEach-Object { Remove-Item -Path "Env:$_" } }
    if (-not (Test-Path -LiteralPath $report)) { throw "Soak: $Name did not run." }
    $run = ([xml](Get-Content -LiteralPath $report -Raw)).TestRun
    $counts = $run.ResultSummary.Counters
    # What tests say of themselves: how many kills, how many trades that differ.
    $run.Results.UnitTestResult | ForEach-Object { if ($_.Output.StdOut) { $_.Output.StdOut } } | Out-Host
    [pscustomobject]@{
        Part = $Name; Passed = [int]$counts.passed; Failed = [int]$counts.failed; Skipped = [int]$counts.total - [int]$counts.executed
        Minutes = [math]::Round(((Get-Date) - $began).TotalMinutes, 1)
    }
}

function Invoke-Soak {
    Invoke-DotNet -Argument 'build', $PSScriptRoot, '-c', $Configuration, '-v', 'quiet', '--nologo'
    $runs = 'Axfl.Runs.Tests'
    $parts = @(
        @{ Name = 'kills'; Project = $runs; Filter = 'FullyQualifiedName~.KillTests'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'kills-over-sockets'; Project = $runs; Filter = 'FullyQualifiedName~.SocketKillTests'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'kills-with-alerts'; Project = $runs; Filter = 'FullyQualifiedName~.AlertKillTests'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'faults'; Project = $runs; Filter = 'FullyQualifiedName~.LiveChaosTests'; Variable = @{ AXFL_CHAOS = '50' } }
        @{ Name = 'syncs'; Project = $runs; Filter = 'FullyQualifiedName~.JournalSyncTests'; Variable = @{} }
        @{ Name = 'streams'; Project = 'Axfl.Engine.Tests'; Filter = 'FullyQualifiedName~.RandomRunTests'; Variable = @{ AXFL_STREAMS = '5000' } }
        @{ Name = 'sweep-kills'; Project = 'Axfl.Cli.Tests'; Filter = 'FullyQualifiedName~.SweepKillTests'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'worker-kills'; Project = 'Axfl.Cli.Tests'; Filter = 'FullyQualifiedName~.WorkerKillTests'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'sweep-replays'; Project = 'Axfl.Research.Tests'; Filter = 'FullyQualifiedName~Every_trial_is_the_plain_replay'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'same-builds'; Project = 'Axfl.Research.Tests'; Filter = 'FullyQualifiedName~.ReproducibleBuildTests'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'noise-and-edge'; Project = 'Axfl.Research.Tests'; Filter = 'FullyQualifiedName~.Measures.'; Variable = @{ AXFL_SOAK = '1' } }
        @{ Name = 'damaged-input'; Project = 'Axfl.Cli.Tests'; Filter = 'FullyQualifiedName~.FuzzTests'; Variable = @{ AXFL_FUZZ = '19000'; AXFL_FUZZ_PROCESSES = '1000' } }
    )
    $found = foreach ($part in $parts) { Invoke-SoakPart @part }
    $found | Format-Table
    $bad = @($found | Where-Object { $_.Failed -or $_.Skipped -or -not $_.Passed })
    if ($bad) { throw "Soak: $($bad.Part -join ', ') did not pass whole. Reports are in out/soak." }
}

function Invoke-Clean {
    Get-ChildItem -Path $PSScriptRoot/src, $PSScriptRoot/tests -Include bin, obj -Directory -Recurse | Remove-Item -Recurse -Force
    Remove-Item -Path "$PSScriptRoot/out" -Recurse -Force -ErrorAction Ignore
}

foreach ($name in $Task) {
    & "Invoke-$name"
}
