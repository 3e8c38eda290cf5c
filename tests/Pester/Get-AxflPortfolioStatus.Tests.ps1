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
    It 'is not ok where the process of the run is gone, whatever its last status says' {
        Copy-Item logs/runs/status logs/runs/gone -Recurse
        Remove-Item logs/runs/gone/summary.json
        (Get-Content logs/runs/gone/now.json -Raw) -replace '"pid":\d+', '"pid":999999999' -replace '"state":"ended"', '"state":"running"' | Set-Content logs/runs/gone/now.json -NoNewline
        $gone = Get-AxflPortfolioStatus gone -WarningAction SilentlyContinue
        $gone.Ok, $gone.Ws.Connected | Should -Be $false, $false
        $gone.Error | Should -BeLike 'Its process 999999999 is gone without a summary*'
        $gone.LedgerHash | Should -Be $all[-1].LedgerHash
    }
    It 'says so when there is no such run' {
        Get-AxflPortfolioStatus nowhere -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
