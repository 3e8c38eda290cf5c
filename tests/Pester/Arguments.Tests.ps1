BeforeDiscovery { $cultures = 'en-US', 'de-DE', 'tr-TR', 'ar-SA', 'fa-IR', 'th-TH' }
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    function Invoke-In([string] $Culture, [scriptblock] $Script) {
        $before = [cultureinfo]::CurrentCulture
        try { [cultureinfo]::CurrentCulture = $Culture; & $Script } finally { [cultureinfo]::CurrentCulture = $before }
    }
    $plain = @{ Source = 'simulated'; Until = '2025-01-08'; WarningAction = 'SilentlyContinue' }
}
AfterAll { Pop-Location }

Describe 'Times of arguments' {
    It 'are the same in <_>' -ForEach $cultures {
        $since = Invoke-In $_ { (Start-AxflLivePort @plain -Since 2025-01-06 | Select-Object -First 1).Since }
        $since | Should -Be ([datetime]::new(2025, 1, 6, 0, 0, 0, [DateTimeKind]::Utc))
    }
    It 'are refused in <_> when they are not ISO' -ForEach $cultures {
        Invoke-In $_ { { Start-AxflLivePort @plain -Since '03.04.2026' } | Should -Throw '*is not a time: write 2025-01-06*' -ErrorId 'ParameterArgumentTransformationError,*' }
        Invoke-In $_ { { Save-AxflHistory EURUSD 5m -Since '1/6/2025' } | Should -Throw '*is not a time*' }
    }
    It 'may be <Name>' -ForEach @(
        @{ Name = 'text with a time'; Value = '2025-01-06 07:30'; Expect = '2025-01-06T07:30' }
        @{ Name = 'text with seconds and Z'; Value = '2025-01-06T07:30:00Z'; Expect = '2025-01-06T07:30' }
        @{ Name = 'text with an offset'; Value = '2025-01-06T09:30+02:00'; Expect = '2025-01-06T07:30' }
        @{ Name = 'a [datetime] without a zone'; Value = [datetime]::new(2025, 1, 6, 7, 30, 0); Expect = '2025-01-06T07:30' }
        @{ Name = 'a [datetime] in UTC'; Value = [datetime]::new(2025, 1, 6, 7, 30, 0, [DateTimeKind]::Utc); Expect = '2025-01-06T07:30' }
        @{ Name = 'a [datetimeoffset]'; Value = [datetimeoffset]::new(2025, 1, 6, 9, 30, 0, [timespan]::FromHours(2)); Expect = '2025-01-06T07:30' }
    ) { (Start-AxflLivePort @plain -Since $Value | Select-Object -First 1).Since.ToString('yyyy-MM-ddTHH:mm') | Should -Be $Expect }
    It 'may be left null' { Start-AxflLivePort @short -RunId nothing | Select-Object -First 1 | Should -HaveCount 1 }
}

Describe 'Numbers of arguments' {
    It 'are refused with a decimal comma in <_>' -ForEach $cultures {
        Invoke-In $_ { { Start-AxflLivePort @plain -SpreadPips '0,6' } | Should -Throw '*is not a number*decimal point*' -ErrorId 'ParameterArgumentTransformationError,*' }
        Invoke-In $_ { { Start-AxflLivePort @plain -Speed '1,000' } | Should -Throw '*is not a number*' }
    }
    It 'are the same in <_>' -ForEach $cultures {
        (Invoke-In $_ { Start-AxflLivePort @plain -Since 2025-01-06 -SpreadPips '1.5' | Select-Object -First 1 }).Costs.SpreadPips['EURUSD'] | Should -Be 1.5
    }
}
