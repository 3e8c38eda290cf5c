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
        $lines = (Get-AxflTrade | Format-Table | Out-String -Width 79) -split "`r?`n" | Where-Object { $_ -match 'USD' }
        ($lines.TrimEnd().Length | Select-Object -Unique) | Should -HaveCount 1
    }
    It 'shows what matters of <Name> whole in <Width> columns' -ForEach $(foreach ($width in 80, 130) {
            @{ Name = 'a trade'; Width = $width; Item = { Get-AxflTrade | Select-Object -Last 1 }
                Says = { $_.TradeId, $_.Symbol, $_.Strategy, $_.Side, $_.EntryTime.ToString('yyyy-MM-dd HH:mm'), $_.Reason, $_.R.ToString('0.00'), $_.Pnl.ToString('N2'), $_.Costs.ToString('N2') } }
            @{ Name = 'a status'; Width = $width; Item = { $last }
                Says = { $_.Now.ToString('yyyy-MM-dd HH:mm'), 'ok', $_.Positions.Count, $_.Today.RTotal.ToString('0.00'), $_.Total.R.ToString('0.00'), $_.Total.Pnl.ToString('N2'), $_.Total.Trades, $_.Total.Equity.ToString('N2'), $_.Total.MaxDrawdownPct.ToString('0.00') } }
            @{ Name = 'a decision'; Width = $width; Item = { Get-AxflDecision | Select-Object -Last 1 }
                Says = { $_.Time.ToString('yyyy-MM-dd HH:mm'), $_.Symbol, $_.Strategy, $_.Side, $_.Price.ToString('0.######'), $_.Stage, $_.Result } }
        }) {
        $row = & $Item
        $text = ($row | Format-Table | Out-String -Width $Width) -split "`r?`n"
        $text | ForEach-Object { $_.Length | Should -BeLessOrEqual $Width }
        ($text | Where-Object { $_ -match '^\s*\d' } | Select-Object -First 1) | Should -Match ('^\s*' + (($row | ForEach-Object $Says | ForEach-Object { [regex]::Escape("$_") }) -join '\s+') + '(\s|$)')
    }
    It 'shows prices and exit of a trade where there is room' {
        $trade = Get-AxflTrade | Select-Object -Last 1
        $trade | Format-Table | Out-String -Width 130 | Should -Match ([regex]::Escape($trade.ExitTime.ToString('yyyy-MM-dd HH:mm')))
    }
    It 'shows blank for what is not there, never a number' {
        $cut = [pscustomobject]@{ PSTypeName = 'Axfl.Contracts.PortfolioStatus'; Ok = $true; Now = $last.Now; Total = 'TotalStatus { R = 1 }'; Today = $null; Positions = 'System.Object[]'; Run = 'cut' }
        $cut | Format-Table | Out-String -Width 80 | Should -Match "$($last.Now.ToString('yyyy-MM-dd HH:mm')) ok\s*`r?`n"
        $cut | Format-List | Out-String -Width 80 | Should -Not -Match '0\.00'
        [pscustomobject]@{ PSTypeName = 'Axfl.Contracts.PortfolioMetrics'; Trades = 0; AverageMaeR = $null } | Format-List | Out-String -Width 80 | Should -Not -Match '0\.00'
    }
    It 'shows results in a constrained session as in any other' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$axfl/Axfl.psd1'; Set-Location '$TestDrive'; `$PSStyle.OutputRendering = 'PlainText'; `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Get-AxflTrade format | Format-Table | Out-String -Width 130; Measure-AxflPortfolio format | Format-List | Out-String -Width 80; Get-AxflPortfolioStatus format | Format-Table | Out-String -Width 80; Get-AxflPortfolioStatus format | Format-List | Out-String -Width 80")
        try {
            $constrained = $shell.Invoke()
            $constrained[0] | Should -Be (Get-AxflTrade format | Format-Table | Out-String -Width 130)
            $constrained[1] | Should -Be (Measure-AxflPortfolio format | Format-List | Out-String -Width 80)
            $constrained[2] | Should -Be (Get-AxflPortfolioStatus format | Format-Table | Out-String -Width 80)
            $constrained[3] | Should -Be (Get-AxflPortfolioStatus format | Format-List | Out-String -Width 80)
        } finally { $shell.Dispose() }
    }
    It 'shows text of a file without what would move the cursor' {
        [pscustomobject]@{ PSTypeName = 'Axfl.Contracts.ConfigurationProblem'; File = 'f'; Line = 1; Column = 1; Key = 'k'; Message = "bad `e[2Jkey"; IsWarning = $false } |
            Out-String -Width 130 | Should -Match 'bad \?\[2Jkey'
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
    It 'shows the same under <_>' -ForEach 'tr-TR', 'ar-SA', 'fa-IR', 'th-TH', 'de-DE' {
        $before = [cultureinfo]::CurrentCulture
        $here = Get-AxflTrade | Out-String -Width 150
        try { [cultureinfo]::CurrentCulture = $_; Get-AxflTrade | Out-String -Width 150 | Should -Be $here } finally { [cultureinfo]::CurrentCulture = $before }
    }
}
