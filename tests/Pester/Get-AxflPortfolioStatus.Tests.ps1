BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; $all = Start-AxflLivePort @short -RunId status }
AfterAll { Pop-Location }

Describe 'Get-AxflPortfolioStatus' {
    It 'gives the last status of the last run' { (Get-AxflPortfolioStatus).LedgerHash | Should -Be $all[-1].LedgerHash }
    It 'finds a run by id, by path with wildcards and by literal path' {
        (Get-AxflPortfolioStatus status).Run | Should -Be 'status'
        (Get-AxflPortfolioStatus -Path logs/runs/stat*).Run | Should -Be 'status'
        (Get-AxflPortfolioStatus -LiteralPath logs/runs/status).Run | Should -Be 'status'
    }
    It 'gives every status with -All' { (Get-AxflPortfolioStatus -All).Count | Should -Be $all.Count }
    It 'reads each run of the pipeline once' { @($all | Get-AxflPortfolioStatus).Count | Should -Be 1 }
    It 'says so when there is no such run' {
        Get-AxflPortfolioStatus nowhere -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
