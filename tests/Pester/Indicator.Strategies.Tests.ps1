BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $without = -not (Get-AxflIndicator skender:*)
}
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    function Invoke-Strategy([string] $Name) {
        @"
portfolio:
  symbols: [EURUSD, GBPUSD]
  source: simulated
  strategies:
    - name: $Name
      windows: [{start: "00:00", end: "24:00"}]
"@ | Set-Content "$Name.yaml"
        Start-AxflLivePort -Path "$Name.yaml" -Since 2025-01-06 -Until 2025-01-08 -WarningAction Ignore
    }
}
AfterAll { Pop-Location }

Describe 'Indicators of a script strategy' {
    It 'follow one of ours from the first bar, wherever it is asked first' {
        Register-AxflStrategy follows -Force {
            $state.n++
            if ($state.n -lt 50) { return }
            $ema = $desk.Indicator('ema', @{ length = 20 })
            if ($state.n % 40 -eq 0) { $desk.Market('Long', $bar.Close - 0.001, $bar.Close + 0.002, $ema.ema.ToString('R', [cultureinfo]::InvariantCulture)) }
        }
        Register-AxflStrategy byhand -Force {
            $state.n++
            $close = $bar.Close
            if ($state.n -le 20) { $state.sum += $close; if ($state.n -eq 20) { $state.ema = $state.sum / 20 } }
            else { $state.ema += 2 / 21 * ($close - $state.ema) }
            if ($state.n -ge 50 -and $state.n % 40 -eq 0) { $desk.Market('Long', $close - 0.001, $close + 0.002, $state.ema.ToString('R', [cultureinfo]::InvariantCulture)) }
        }
        Invoke-Strategy follows | Out-Null
        $tags = (Get-AxflTrade -Symbol EURUSD).Tag
        Invoke-Strategy byhand | Out-Null
        $tags.Count | Should -BeGreaterThan 1
        (Get-AxflTrade -Symbol EURUSD).Tag | Should -Be $tags
    }
    It 'are NaN before they are defined, and no comparison with that is true' {
        Register-AxflStrategy warm -Force { $x = $desk.Indicator('atr', @{ length = 100000 }).Value; if ($x -lt 1 -or $x -ge 1) { $desk.Market('Long', $bar.Close - 0.001) } }
        Invoke-Strategy warm | Out-Null
        Get-AxflDecision | Should -BeNullOrEmpty
    }
    It 'refuse a result that is not there, read as <Form>' -ForEach @(@{ Form = 'a property'; Read = '.emma' }, @{ Form = 'an index'; Read = "['emma']" }) {
        Register-AxflStrategy wrong -Force ([scriptblock]::Create("`$x = `$desk.Indicator('ema')$Read; `$desk.Market('Long', `$bar.Close - 0.001)"))
        { Invoke-Strategy wrong } | Should -Throw "*no result 'emma'*" -ErrorId 'StrategyScriptFailed,*'
        Get-AxflTrade | Should -BeNullOrEmpty
    }
    It 'refuse a parameter that does not do, naming the bar' {
        Register-AxflStrategy bad -Force { $null = $desk.Indicator('ema', @{ length = 0 }) }
        { Invoke-Strategy bad } | Should -Throw '*EURUSD*length is 0*' -ErrorId 'StrategyScriptFailed,*'
    }
    It 'refuse a plan at its start that asks for <Name>' -ForEach @(@{ Name = 'emma' }, @{ Name = 'skender:no_such' }) {
        Register-AxflStrategy asks -Force ([scriptblock]::Create("`$desk.Indicator('$Name').Value"))
        { Invoke-Strategy asks } | Should -Throw "*asks for the indicator '$Name'*"
        (Test-AxflSessions asks.yaml).Message | Should -BeLike "*asks for the indicator '$Name'*"
    }
    It 'are named by -Indicator where the call does not' {
        Register-AxflStrategy later -Force -Indicator emma -Parameter @{ line = 'emma' } { $desk.Indicator($parameters.line).Value }
        { Invoke-Strategy later } | Should -Throw "*asks for the indicator 'emma'*"
    }
    It 'refuse the library at the start in a build without it' -Skip:(-not $without) {
        Register-AxflStrategy lacks -Force { $desk.Indicator('skender:rsi').Value }
        { Invoke-Strategy lacks } | Should -Throw '*not in this build*'
    }
}

Describe 'Indicators of the library in a script strategy' -Skip:$without {
    It 'trade, and twice the same' {
        Register-AxflStrategy dips -Force {
            $rsi = $desk.Indicator('skender:rsi', @{ lookbackPeriods = 14 })
            if ($rsi.rsi -lt 35) { $desk.Market('Long', $bar.Close - 0.001, $bar.Close + 0.002, "rsi $([int]$rsi.Value)") }
        }
        $last = (Invoke-Strategy dips)[-1]
        $last.Total.Trades | Should -BeGreaterThan 0
        (Get-AxflTrade).Tag | ForEach-Object { [int]$_.Substring(4) | Should -BeLessOrEqual 35 }
        (Invoke-Strategy dips)[-1].LedgerHash | Should -Be $last.LedgerHash
    }
    It 'refuse what repaints at the start' {
        Register-AxflStrategy zigs -Force { $desk.Indicator('skender:zigzag').Value }
        { Invoke-Strategy zigs } | Should -Throw '*repaints*'
    }
}
