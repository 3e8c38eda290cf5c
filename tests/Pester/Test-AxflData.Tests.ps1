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
    It 'says so when there is no such file' {
        Test-AxflData none.csv -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
