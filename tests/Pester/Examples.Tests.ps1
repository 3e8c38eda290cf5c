BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    $examples = "$root/docs/examples"
    $pwsh = "$PSHOME/pwsh"
    $run = @{ Source = 'simulated'; Since = '2025-01-06'; Until = '2025-01-11' }
    $period = @{ Since = '2025-01-06'; Until = '2025-01-11'; WarningAction = 'SilentlyContinue' }
}
AfterAll { Pop-Location }

Describe 'Examples' {
    It 'scheduled-run gives lines of JSON and exit code 0' {
        $lines = & $pwsh -NoProfile -Command "& '$examples/scheduled-run.ps1' -Module '$axfl/Axfl.psd1' -Run @{ Source = 'simulated'; Since = '2025-01-06'; Until = '2025-01-11' }" 2>$null
        $LASTEXITCODE | Should -Be 0
        ($lines[-1] | ConvertFrom-Json).ok | Should -BeTrue
    }
    It 'scheduled-run has exit code <Code> for <Arguments>' -ForEach @(
        @{ Code = 2; Arguments = "@{ Path = 'none.yaml' }" }
        @{ Code = 3; Arguments = "@{ Source = 'csv'; DataPath = 'nothing' }" }
    ) {
        & $pwsh -NoProfile -Command "& '$examples/scheduled-run.ps1' -Module '$axfl/Axfl.psd1' -Run $Arguments; exit `$LASTEXITCODE" 2>$null
        $LASTEXITCODE | Should -Be $Code
    }
    It 'scheduled-run says in one line what to do when the module is not there, exit code 2' {
        Copy-Item "$examples/scheduled-run.ps1" alone.ps1
        $said = & $pwsh -NoProfile -Command "`$env:PSModulePath = ''; & ./alone.ps1; exit `$LASTEXITCODE" 2>&1
        $LASTEXITCODE | Should -Be 2
        "$said" | Should -BeLike '*Install-PSResource Axfl*'
        $said = & $pwsh -NoProfile -Command "& ./alone.ps1 -Module nowhere; exit `$LASTEXITCODE" 2>&1
        $LASTEXITCODE | Should -Be 2
        "$said" | Should -BeLike 'error: *nowhere*'
    }
    It 'scheduled-run finds the module it came with' {
        $lines = & $pwsh -NoProfile -Command "& '$axfl/examples/scheduled-run.ps1' -Run @{ Source = 'simulated'; Since = '2025-01-06'; Until = '2025-01-08' }" 2>$null
        ($lines[-1] | ConvertFrom-Json).ok | Should -BeTrue
    }
    It 'status-to-json gives one object a line' { (& "$examples/status-to-json.ps1" -Run ($run + @{ WarningAction = 'Ignore' }) | Select-Object -Last 1 | ConvertFrom-Json).Total.Trades | Should -BeGreaterThan 0 }
    It 'ci-gate passes a good run and fails a bad one' {
        (& "$examples/ci-gate.ps1" -Run $run).Trades | Should -BeGreaterThan 0
        { & "$examples/ci-gate.ps1" -Run $run -LeastR 1000 } | Should -Throw '*below 1000*'
    }
    It 'parallel-profiles compares all profiles' {
        (& "$examples/parallel-profiles.ps1" -Run $run -Module "$axfl/Axfl.psd1").Profile | Should -Be 'portfolio', 'portfolio_london', 'portfolio_ny'
    }
    It 'sweep-machines runs the chunks of a sweep, and nothing the second time' {
        Set-Content chunks.yaml "sweep:`n  name: machines`n  set: [source=simulated]`n  since: 2025-01-06`n  until: 2025-01-11`n  axes: {strategies.lsg.params.sweep_pips: [2, 3, 4]}"
        (& "$examples/sweep-machines.ps1" chunks.yaml -ChunkSeconds 0.000001 -Module "$axfl/Axfl.psd1" | Measure-Object -Sum Done).Sum | Should -Be 3
        & "$examples/sweep-machines.ps1" chunks.yaml -Module "$axfl/Axfl.psd1" | Should -Be 'Nothing is left to run.'
    }
    It 'script-strategy trades' { (& "$examples/script-strategy.ps1" -Run $period).Total.Trades | Should -BeGreaterThan 0 }
    It 'csharp-strategy trades' { (& "$examples/csharp-strategy.ps1" -Run $period).Total.Trades | Should -BeGreaterThan 0 }
}
