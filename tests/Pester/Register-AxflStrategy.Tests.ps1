BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    function Invoke-Strategy([string] $Name, [string] $Params = '') {
        @"
portfolio:
  symbols: [EURUSD, GBPUSD]
  source: simulated
  strategies:
    - name: $Name
      windows: [{start: "00:00", end: "24:00"}]
$Params
"@ | Set-Content "$Name.yaml"
        Start-AxflLivePort -Path "$Name.yaml" -Since 2025-01-06 -Until 2025-01-08 -WarningAction Ignore
    }
}
AfterAll { Pop-Location }

Describe 'Register-AxflStrategy' {
    It 'runs a script block with parameters and a state of its own for each symbol' {
        Register-AxflStrategy fortieth -Parameter @{ every = 40 } {
            $state.n++
            if ($state.n % $parameters.every -eq 0) { $desk.Market('Long', $bar.Close - 0.001, $bar.Close + 0.002, "n$($state.n)") }
        }
        Invoke-Strategy fortieth '      params: {every: 60}' | Out-Null
        $tags = (Get-AxflTrade -Symbol EURUSD).Tag
        $tags | Should -Not -BeNullOrEmpty
        $tags | ForEach-Object { [int]$_.Substring(1) % 60 | Should -Be 0 }
        (Get-AxflDecision -Symbol GBPUSD).Count | Should -BeGreaterThan 0
    }

    It 'takes a script block with a param block of its own' {
        Register-AxflStrategy own { param($b, $d, $p, $s) if ($b.OpenTime.Minute -eq 0) { $d.Limit('Short', $b.Close + 0.0001, $b.Close + 0.002) } }
        Invoke-Strategy own | Out-Null
        (Get-AxflDecision -Strategy own)[0].Type | Should -Be 'limit'
    }

    It 'ends the run at the first error and names the bar' {
        Register-AxflStrategy broken { throw 'no such luck' }
        { Invoke-Strategy broken } | Should -Throw '*EURUSD*no such luck*' -ErrorId 'StrategyScriptFailed,*'
    }

    It 'gives the same ledger twice' {
        Register-AxflStrategy twice { if ($bar.OpenTime.Minute -eq 30) { $desk.Market('Short', $bar.Close + 0.001, $bar.Close - 0.001) } }
        (Invoke-Strategy twice)[-1].LedgerHash | Should -Be (Invoke-Strategy twice)[-1].LedgerHash
    }

    It 'refuses a name that is taken' {
        { Register-AxflStrategy orb { } } | Should -Throw -ErrorId 'StrategyExists,*'
        Register-AxflStrategy mine { }
        { Register-AxflStrategy mine { } } | Should -Throw -ErrorId 'StrategyExists,*'
        (Register-AxflStrategy mine { } -Force -PassThru).Name | Should -Be 'mine'
    }

    It 'registers nothing with -WhatIf' {
        Register-AxflStrategy ghost { } -WhatIf
        Get-AxflStrategy ghost* | Should -BeNullOrEmpty
    }
}
