#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Builds, tests and packs the module; thin over the .NET SDK.
.DESCRIPTION
    Build    the module into out/module/Axfl (Import-Module ./Axfl.psd1 works then)
    Test     dotnet test
    Pester   the tests in tests/Pester, in a process of their own
    Analyze  PSScriptAnalyzer over scripts, tests and examples
    Help     the help alone, from docs/en-US
    Pack     out/packages/Axfl.<version>.nupkg, for Publish-PSResource or a folder registered with Register-PSResourceRepository
    Clean    removes what builds leave
.EXAMPLE
    ./build.ps1 -Task Build, Pester
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [ValidateSet('Build', 'Test', 'Pester', 'Analyze', 'Help', 'Pack', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Pester: which files.
    [string] $Path = "$PSScriptRoot/tests/Pester",

    # Pester: where to write "passed failed skipped".
    [string] $CountsPath
)

$ErrorActionPreference = 'Stop'
$module = "$PSScriptRoot/out/module/Axfl"

function Invoke-DotNet {
    param([string[]] $Argument)
    & dotnet @Argument
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($Argument -join ' ') failed with exit code $LASTEXITCODE." }
}

function Invoke-Build { Invoke-DotNet -Argument 'build', "$PSScriptRoot/src/Axfl.PowerShell", '-c', $Configuration, '-v', quiet, '--nologo' }

function Invoke-Test { Invoke-DotNet -Argument 'test', $PSScriptRoot, '-c', $Configuration }

function Invoke-Help {
    Invoke-DotNet -Argument 'run', '--project', "$PSScriptRoot/src/Axfl.HelpBuilder", '-c', $Configuration, '--', "$PSScriptRoot/docs/en-US", "$module/en-US"
}

function Invoke-Pester {
    if (-not (Test-Path "$module/Axfl.PowerShell.dll")) { Invoke-Build }
    # A process of its own: an assembly once loaded stays, and the next build could not be imported.
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File "$PSScriptRoot/tests/Pester/Invoke-Tests.ps1" -Path $Path -CountsPath $CountsPath
    if ($LASTEXITCODE -ne 0) { throw 'Pester tests failed.' }
}

function Invoke-Analyze {
    $found = @(
        Get-ChildItem -Path $PSScriptRoot -Include *.ps1, *.psd1, *.psm1 -File -Recurse |
            Where-Object FullName -NotMatch '[\\/](bin|obj|out|logs)[\\/]' |
            ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings "$PSScriptRoot/PSScriptAnalyzerSettings.psd1" }
    )
    $found | Format-Table ScriptName, Line, RuleName, Message -AutoSize
    if ($found) { throw "PSScriptAnalyzer found $($found.Count)." }
    'PSScriptAnalyzer: nothing found.'
}

function Invoke-Pack {
    Invoke-Build
    $folder = New-Item -ItemType Directory -Force -Path "$PSScriptRoot/out/packages"
    Compress-PSResource -Path $module -DestinationPath $folder -SkipModuleManifestValidate
    Get-ChildItem -Path $folder -Filter *.nupkg
}

function Invoke-Clean {
    Get-ChildItem -Path $PSScriptRoot/src, $PSScriptRoot/tests -Include bin, obj -Directory -Recurse | Remove-Item -Recurse -Force
    Remove-Item -Path "$PSScriptRoot/out" -Recurse -Force -ErrorAction Ignore
}

foreach ($name in $Task) {
    & "Invoke-$name"
}
