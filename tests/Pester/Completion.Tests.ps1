BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    Start-AxflLivePort @short -RunId completed | Out-Null
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
        @{ Line = 'Get-AxflTrade -Run comp'; Expect = 'completed' }
        @{ Line = 'Get-AxflTrade -Symbol g'; Expect = 'GBPUSD' }
        @{ Line = 'Get-AxflDecision -Result max_o'; Expect = 'max_open_positions' }
        @{ Line = 'Get-AxflIndicator a'; Expect = 'atr' }
        @{ Line = 'Start-AxflLivePort -Source sim'; Expect = 'simulated' }
    ) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Expect }
}
