BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    Start-AxflLivePort @short -RunId completed | Out-Null
    New-Item -ItemType Directory logs/runs/lived | Out-Null
    New-Item logs/runs/lived/journal.jsonl | Out-Null
    @'
mine:
  symbols: [EURUSD]
  strategies:
    - name: orb
      windows: [{start: "07:00", end: "10:00"}]
'@ | Set-Content mine.yaml
}
AfterAll { Pop-Location }

Describe 'Completion' {
    It 'completes <Line>' -ForEach @(
        @{ Line = 'Get-AxflStrategy o'; Expect = 'orb' }
        @{ Line = 'Start-AxflLivePort -Profile portfolio_l'; Expect = 'portfolio_london' }
        @{ Line = 'Start-AxflLivePort -Path mine.yaml -Profile m'; Expect = 'mine' }
        @{ Line = 'Start-AxflLivePort -Set risk.max_open'; Expect = 'risk.max_open_positions=' }
        @{ Line = 'Start-AxflLivePort -Set intrabar='; Expect = 'intrabar=drill' }
        @{ Line = 'Start-AxflLivePort -Set source=d'; Expect = 'source=dukascopy' }
        @{ Line = 'Start-AxflLivePort -Set costs.'; Expect = 'costs.atr_divisor=' }
        @{ Line = 'Start-AxflLivePort -Set risk.halt_counts_open=t'; Expect = 'risk.halt_counts_open=true' }
        @{ Line = 'Start-AxflLivePort -Set trading_day.timezone=Europe/Lon'; Expect = 'trading_day.timezone=Europe/London' }
        @{ Line = 'Start-AxflLivePort -DataTimezone America/New_Y'; Expect = 'America/New_York' }
        @{ Line = 'Test-AxflData x.csv -Timezone Asia/Tok'; Expect = 'Asia/Tokyo' }
        @{ Line = 'Get-AxflRun -State fa'; Expect = 'failed' }
        @{ Line = 'Get-AxflTrade -Run comp'; Expect = 'completed' }
        @{ Line = 'Get-AxflTrade -Symbol g'; Expect = 'GBPUSD' }
        @{ Line = 'Get-AxflDecision -Result max_o'; Expect = 'max_open_positions' }
        @{ Line = 'Get-AxflIndicator a'; Expect = 'atr' }
        @{ Line = 'Start-AxflLivePort -Source sim'; Expect = 'simulated' }
        @{ Line = 'Start-AxflLivePort -Mode w'; Expect = 'Ws' }
        @{ Line = 'Start-AxflLivePort Replay -Source jou'; Expect = 'journal' }
        @{ Line = 'Start-AxflLivePort Ws -Resume -RunId l'; Expect = 'lived' }
        @{ Line = 'Get-AxflDecision -Result st'; Expect = 'stale' }
        @{ Line = 'Export-AxflReport comp'; Expect = 'completed' }
        @{ Line = 'Export-AxflReport -Bars a'; Expect = 'all' }
        @{ Line = 'Measure-AxflPortfolio -Side s'; Expect = 'short' }
        @{ Line = 'Test-AxflJournal comp'; Expect = 'completed' }
        @{ Line = 'Compare-AxflRun completed l'; Expect = 'lived' }
        @{ Line = 'Compare-AxflRun completed -Source c'; Expect = 'csv' }
        @{ Line = 'Save-AxflHistory eur'; Expect = 'EURUSD' }
        @{ Line = 'Save-AxflHistory EURUSD 1'; Expect = '15m' }
        @{ Line = 'Save-AxflHistory -Source d'; Expect = 'dukascopy' }
    ) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Expect }
    It 'offers live runs the providers alone, a replay what can be replayed, and both where the mode is not known' {
        (TabExpansion2 ($line = 'Start-AxflLivePort Ws -Source ') $line.Length).CompletionMatches.CompletionText | Should -Be 'auto', 'oanda', 'twelvedata', 'finnhub'
        (TabExpansion2 ($line = 'Start-AxflLivePort Replay -Source ') $line.Length).CompletionMatches.CompletionText | Should -Be 'auto', 'csv', 'simulated', 'journal'
        (TabExpansion2 ($line = 'Start-AxflLivePort -Source ') $line.Length).CompletionMatches.CompletionText |
            Should -Be 'auto', 'csv', 'simulated', 'journal', 'oanda', 'twelvedata', 'finnhub'
    }
    It 'offers only runs with a journal to -Resume' {
        (TabExpansion2 ($line = 'Start-AxflLivePort Ws -Resume -RunId ') $line.Length).CompletionMatches.CompletionText | Should -Be 'lived'
    }
}
