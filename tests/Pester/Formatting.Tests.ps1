BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    $last = Start-AxflLivePort @short -RunId format | Select-Object -Last 1
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
}
AfterAll { $PSStyle.OutputRendering = $rendering; Pop-Location }

Describe 'Formatting' {
    It 'shows a status as one row, time in UTC and said so' {
        $text = $last | Out-String -Width 130
        $text | Should -Match 'Now \(UTC\)'
        $text | Should -Match ([regex]::Escape($last.Now.ToString('yyyy-MM-dd HH:mm')))
    }
    It 'shows a rich list of a status' { $last | Format-List | Out-String | Should -Match 'By strategy\s+: lsg' }
    It 'aligns R and money' {
        $lines = (Get-AxflTrade | Format-Table | Out-String -Width 150) -split "`r?`n" | Where-Object { $_ -match 'USD' }
        ($lines.TrimEnd().Length | Select-Object -Unique) | Should -HaveCount 1
    }
    It 'has a view for <Name>' -ForEach @(
        @{ Name = 'decisions'; Item = { Get-AxflDecision | Select-Object -First 1 }; Expect = 'Time \(UTC\)' }
        @{ Name = 'strategies'; Item = { Get-AxflStrategy orb }; Expect = 'Opening range' }
        @{ Name = 'parameters'; Item = { (Get-AxflStrategy orb).Parameters }; Expect = 'Strategy: orb' }
        @{ Name = 'metrics'; Item = { Measure-AxflPortfolio }; Expect = 'Cost share' }
        @{ Name = 'splits'; Item = { (Measure-AxflPortfolio).Breakdown }; Expect = 'By: strategy' }
        @{ Name = 'sessions'; Item = { Import-AxflSessions -Profile portfolio }; Expect = 'lsg: 07:00-10:00' }
    ) { & $Item | Out-String -Width 130 | Should -Match $Expect }
    It 'has no escape sequences in plain text, and colours otherwise' {
        Get-AxflTrade | Out-String -Width 150 | Should -Not -Match "`e"
        $PSStyle.OutputRendering = 'Ansi'
        try { Get-AxflTrade | Out-String -Width 150 | Should -Match "`e" } finally { $PSStyle.OutputRendering = 'PlainText' }
    }
    It 'shows the same under any culture' {
        $before = [cultureinfo]::CurrentCulture
        $here = Get-AxflTrade | Out-String -Width 150
        try { [cultureinfo]::CurrentCulture = 'tr-TR'; Get-AxflTrade | Out-String -Width 150 | Should -Be $here } finally { [cultureinfo]::CurrentCulture = $before }
    }
}
