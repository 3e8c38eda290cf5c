BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    Write-Bar -Path EURUSD.csv
    Add-Content EURUSD.csv '2025-01-07T00:00:00Z,1.1,1.0,1.0,1.1,1'
}
AfterAll { Pop-Location }

Describe 'Test-AxflData' {
    It 'reports dialect, interval, count and what was rejected' {
        $report = Test-AxflData EURUSD.csv
        $report | Should -BeOfType Axfl.Contracts.DataReport
        $report.Dialect | Should -Be 'canonical'
        $report.Interval | Should -Be '5m'
        $report.Bars | Should -Be 288
        $report.Rejected | Should -Be 1
        $report.RejectedLines[0].Line | Should -Be 290
    }
    It 'takes wildcards, literal paths and files from the pipeline' {
        (Test-AxflData *.csv).Bars | Should -Be 288
        (Test-AxflData -LiteralPath EURUSD.csv).Bars | Should -Be 288
        (Get-ChildItem *.csv | Test-AxflData).Bars | Should -Be 288
    }
    It 'reads a layout that is stated' {
        Set-Content strange.txt 'x,1.2,1.0,1.1,1.1,02-03-2026 0.00', 'x,1.2,1.0,1.1,1.1,02-03-2026 0.05'
        $report = Test-AxflData strange.txt -Columns '-', high, low, close, open, time -TimeFormat 'dd-MM-yyyy H.mm'
        $report.Bars | Should -Be 2
        $report.Dialect | Should -Be 'stated'
        $report.First | Should -Be ([datetime]::new(2026, 3, 2, 0, 0, 0, [DateTimeKind]::Utc))
        $report.Refusal | Should -BeNullOrEmpty
    }
    It 'names the largest gaps with their dates' {
        Set-Content hole.csv 'time,open,high,low,close', '2026-03-02T00:00:00Z,1,1,1,1', '2026-03-02T00:05:00Z,1,1,1,1', '2026-03-10T00:00:00Z,1,1,1,1'
        $gap = (Test-AxflData hole.csv).LargestGaps[0]
        $gap.MissingBars | Should -Be 1738
        $gap.Until | Should -Be ([datetime]::new(2026, 3, 10, 0, 0, 0, [DateTimeKind]::Utc))
        Remove-Item hole.csv
    }
    It 'says so when there is no such file' {
        Test-AxflData none.csv -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
