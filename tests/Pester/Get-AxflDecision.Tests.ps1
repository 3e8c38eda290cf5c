BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; Start-AxflLivePort @short -RunId decisions | Out-Null }
AfterAll { Pop-Location }

Describe 'Get-AxflDecision' {
    It 'gives typed decisions' { Get-AxflDecision | Should -BeOfType Axfl.Contracts.Decision }
    It 'filters by result' { (Get-AxflDecision -Result filled).Result | Select-Object -Unique | Should -Be 'filled' }
    It 'explains in words with the two numbers compared' {
        Get-AxflDecision -Explain -Result max_* | Select-Object -First 1 | Should -Match 'blocked by max_.*, \d+ >= \d+'
    }
}
