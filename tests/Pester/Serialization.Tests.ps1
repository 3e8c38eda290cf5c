BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    $last = Start-AxflLivePort @short -RunId sent | Select-Object -Last 1
    $trades = @(Get-AxflTrade sent)
}
AfterAll { Pop-Location }

Describe 'Objects of the module' {
    It 'come out of a job as they went in' {
        $got = Start-Job -ArgumentList "$axfl/Axfl.psd1", "$TestDrive" -ScriptBlock {
            Import-Module $args[0]
            Set-Location $args[1]
            Get-AxflPortfolioStatus sent
            [pscustomobject]@{ Inside = Get-AxflPortfolioStatus sent }
            Get-AxflTrade sent | Select-Object -First 1
            Measure-AxflPortfolio sent
            Import-AxflSessions -Profile portfolio
        } | Receive-Job -Wait -AutoRemoveJob
        $got[0] | Should -BeOfType Axfl.Contracts.PortfolioStatus
        [math]::Abs($got[0].Total.R - $last.Total.R) | Should -BeLessThan 0.0001
        $got[0].ToJson() | Should -Be $last.ToJson()
        $got[0] | Format-Table | Out-String -Width 80 | Should -Be ($last | Format-Table | Out-String -Width 80)
        $got[1].Inside.ToJson() | Should -Be $last.ToJson()
        "$($got[2])" | Should -Be "$($trades[0])"
        $got[3].TotalR | Should -Be (Measure-AxflPortfolio sent).TotalR
        $got[3].Breakdown[0] | Should -BeOfType Axfl.Contracts.MetricsBreakdown
        $got[4] | Format-List | Out-String -Width 80 | Should -Match 'Strategies\s+: lsg: 07:00-10:00'
    }

    It 'come out of Clixml as they went in' {
        $last | Export-Clixml status.xml
        (Import-Clixml status.xml).ToJson() | Should -Be $last.ToJson()
        $trades | Export-Clixml trades.xml
        "$(@(Import-Clixml trades.xml)[0])" | Should -Be "$($trades[0])"
    }

    It 'show blank, not zero, when they were cut at a depth' {
        Export-Clixml -InputObject ([pscustomobject]@{ Cut = 1 }) -Path cut.xml
        $cut = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@(, @(, $last)), 1))
        "$($cut | Format-Table | Out-String -Width 80)" | Should -Not -Match '0\.00'
    }

    It 'have a text in each column of Export-Csv, and no name of a type' {
        Get-AxflPortfolioStatus sent -All | Export-Csv statuses.csv
        Get-Content statuses.csv -Raw | Should -Not -Match 'Axfl\.Contracts|System\.'
        (Import-Csv statuses.csv)[-1].Data | Should -BeLike 'EURUSD * bars, * gaps, * rejected*'
    }

    It 'are trades again for Measure-AxflPortfolio: <Name>' -ForEach @(
        @{ Name = 'trades.csv'; Rows = { Import-Csv logs/runs/sent/trades.csv } }
        @{ Name = 'Export-Csv'; Rows = { $trades | Export-Csv own.csv; Import-Csv own.csv } }
        @{ Name = 'JSON'; Rows = { $trades | ConvertTo-Json | ConvertFrom-Json } }
        @{ Name = 'Clixml'; Rows = { $trades | Export-Clixml own.xml; Import-Clixml own.xml } }
        @{ Name = 'trades.csv under tr-TR'; Culture = 'tr-TR'; Rows = { Import-Csv logs/runs/sent/trades.csv } }
        @{ Name = 'trades.csv under fa-IR'; Culture = 'fa-IR'; Rows = { Import-Csv logs/runs/sent/trades.csv } }
    ) {
        $before = [cultureinfo]::CurrentCulture
        try {
            if ($Culture) { [cultureinfo]::CurrentCulture = $Culture }
            $metrics = & $Rows | Measure-AxflPortfolio
        } finally { [cultureinfo]::CurrentCulture = $before }
        $metrics.Trades | Should -Be $trades.Count
        [math]::Abs($metrics.TotalR - (Measure-AxflPortfolio sent).TotalR) | Should -BeLessThan 0.005
        $metrics.Breakdown.Count | Should -Be (Measure-AxflPortfolio sent).Breakdown.Count
    }

    It 'are no trades with a column missing, which the error names' {
        Import-Csv logs/runs/sent/trades.csv | Select-Object -Property * -ExcludeProperty exit_time | Measure-AxflPortfolio -ErrorVariable said -ErrorAction SilentlyContinue
        "$said" | Should -Match 'bound|exit_time'
    }

    It 'say of which run they are' {
        $trades[0].Run | Should -Be 'sent'
        (Get-AxflDecision sent)[0].Run | Should -Be 'sent'
        (Measure-AxflPortfolio sent).Run | Should -Be 'sent'
    }
}
