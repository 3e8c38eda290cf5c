BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $without = -not (Get-AxflIndicator skender:*)
}
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $bars = 1..5 | ForEach-Object { [pscustomobject]@{ Time = "2025-01-06T0$($_):00Z"; Open = $_; High = $_ + 1; Low = $_ - 1; Close = $_ } }
    $many = 1..60 | ForEach-Object { [pscustomobject]@{ Time = [datetime]::new(2025, 1, 6, 0, 0, 0, [DateTimeKind]::Utc).AddMinutes(5 * $_); Open = $_; High = $_ + 1; Low = $_ - 1; Close = $_ + [math]::Sin($_) } }
}

Describe 'Get-AxflIndicator' {
    It 'describes what there is' {
        (Get-AxflIndicator).Name | Should -Contain 'ema'
        $ema = Get-AxflIndicator ema
        "$($ema.Parameters)" | Should -Be 'length = 14'
        $ema.WarmUp, $ema.Source, $ema.Results | Should -Be 14, 'built in', 'ema'
        (Get-AxflIndicator atr @{ length = 50 }).WarmUp | Should -Be 51
        (Get-AxflIndicator swing*).Name | Should -Be 'swing_high', 'swing_low'
    }
    It 'computes over bars of the pipeline, null until it is known' {
        ($bars | Get-AxflIndicator ema @{ length = 3 }).Value | Should -Be $null, $null, 2, 3, 4
        ($bars | Get-AxflIndicator -Name EMA -Parameter @{ Length = '3' })[-1] | Should -BeOfType Axfl.Contracts.IndicatorPoint
    }
    It 'gives nothing for no bars' { @() | Get-AxflIndicator ema | Should -BeNullOrEmpty }
    It 'says which bar is none' {
        [pscustomobject]@{ Open = 1 } | Get-AxflIndicator ema -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].FullyQualifiedErrorId | Should -BeLike 'BarInvalid,*'
    }
    It 'refuses <Name> with <Values>: <Id>' -ForEach @(
        @{ Name = 'emma'; Values = @{ }; Id = 'IndicatorUnknown' }
        @{ Name = 'ema'; Values = @{ length = 0 }; Id = 'IndicatorParameterInvalid' }
        @{ Name = 'ema'; Values = @{ lenght = 3 }; Id = 'IndicatorParameterInvalid' }
    ) { { $bars | Get-AxflIndicator $Name $Values } | Should -Throw -ErrorId "$Id,*" }
    It 'completes parameters with their defaults' {
        (TabExpansion2 ($line = 'Get-AxflIndicator ema -Parameter ') $line.Length).CompletionMatches.CompletionText | Should -Be '@{ length = 14 }'
    }
    It 'comes back whole from a job' { ((Get-AxflIndicator atr | Start-Job { $input } | Receive-Job -Wait -AutoRemoveJob) -as [Axfl.Contracts.IndicatorInfo]).Parameters[0].Default | Should -Be 14 }
    It 'says of a build without the library how to get it' -Skip:(-not $without) {
        { Get-AxflIndicator skender:rsi } | Should -Throw '*not in this build*' -ErrorId 'IndicatorUnknown,*'
        (Get-AxflIndicator -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }).Message | Should -BeLike '*-p:Skender=true*'
    }
}

Describe 'Get-AxflIndicator of the library' -Skip:$without {
    It 'describes 85' { @(Get-AxflIndicator skender:*).Count | Should -Be 85 }
    It 'gives macd, signal and histogram' {
        $last = ($many | Get-AxflIndicator -Name macd)[-1]
        $last.macd, $last.signal | ForEach-Object { $_ | Should -BeOfType double }
        $last.histogram | Should -BeExactly ($last.macd - $last.signal)
        ($many | Get-AxflIndicator skender:macd)[0].macd | Should -Be $null
    }
    It 'compares with -Other' {
        ($many | Get-AxflIndicator correlation @{ lookbackPeriods = 10 } -Other $many)[-1].correlation | Should -BeGreaterThan 0.999999
        { $many | Get-AxflIndicator correlation @{ lookbackPeriods = 10 } } | Should -Throw '*-Other*'
    }
    It 'says what repaints and why' { (Get-AxflIndicator zigzag).Note | Should -BeLike '*drawn back*' }
    It 'shows each result' { $many | Get-AxflIndicator macd | Select-Object -Last 1 | Out-String -Width 160 | Should -BeLike '*macd 7.*signal 7.*histogram*' }
    It 'completes names and parameters' {
        (TabExpansion2 ($line = 'Get-AxflIndicator mac') $line.Length).CompletionMatches.CompletionText | Should -Be 'macd'
        (TabExpansion2 ($line = 'Get-AxflIndicator skender:mac') $line.Length).CompletionMatches.CompletionText | Should -Be 'skender:macd'
        (TabExpansion2 ($line = 'Get-AxflIndicator macd -Parameter ') $line.Length).CompletionMatches[0].CompletionText |
            Should -Be '@{ fastPeriods = 12; slowPeriods = 26; signalPeriods = 9 }'
    }
}
