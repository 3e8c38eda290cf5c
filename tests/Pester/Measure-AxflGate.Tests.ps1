BeforeAll {
    . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive
    Start-AxflLivePort @short -RunId measured | Out-Null
}
AfterAll { Pop-Location }

Describe 'Measure-AxflGate' {
    It 'gives one object a rule, each the difference of two runs' {
        $gates = Measure-AxflGate measured
        $gates | Should -BeOfType Axfl.Contracts.GateMeasure
        $gates.Rule | Should -Contain max_open_positions
        foreach ($gate in $gates) {
            $without = Start-AxflLivePort @short -Set $gate.Removed | Select-Object -Last 1
            $gate.WithoutR | Should -BeGreaterThan ($without.Total.R - 1e-6)
            $gate.WithoutR | Should -BeLessThan ($without.Total.R + 1e-6)
        }
    }
    It 'shares out what the rules make together' {
        $gates = Measure-AxflGate measured -Rule max_open_positions, max_symbol_positions -Attribution Shapley
        $gates.Count | Should -Be 2
        [math]::Round(($gates | Measure-Object AttributedR -Sum).Sum, 9) | Should -Be ([math]::Round($gates[0].TotalR - $gates[0].NoneR, 9))
    }
    It 'names the rules there are when one is not' { { Measure-AxflGate measured -Rule nope -ErrorAction Stop } | Should -Throw '*max_open_positions*' -ErrorId 'RuleUnknown,*' }
    It 'is the same from a file and after Export-Clixml' {
        $gates = Measure-AxflGate @short -Rule max_open_positions
        $gates | Export-Clixml gates.xml
        (Import-Clixml gates.xml).SavedR | Should -Be $gates.SavedR
    }
    It 'offers the rules' { (TabExpansion2 'Measure-AxflGate -Rule max').CompletionMatches.CompletionText | Should -Contain max_open_positions }
    It 'shows the result, its cost share and each rule' {
        $text = Measure-AxflGate measured | Out-String -Width 100
        $text | Should -Match 'measured: total R -?\d+\.\d\d, cost share \d'
        $text | Should -Match 'strategy_daily_trades +-?\d+\.\d\d'
    }
}
