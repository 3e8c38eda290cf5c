BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; Start-AxflLivePort @short -RunId picture | Out-Null }
AfterAll { Pop-Location }

Describe 'Show-AxflPortfolio' {
    It 'draws the last run as text, without colours where there is no terminal' {
        $text = & "$PSHOME/pwsh" -NoProfile -Command "Import-Module '$axfl/Axfl.psd1'; Show-AxflPortfolio picture"
        $text[0] | Should -BeLike 'Axfl  picture  replay simulated 5m*UTC'
        $text[1] | Should -Be 'ended'
        $text -join "`n" | Should -Match '(?s)PRICES.*WINDOWS.*TODAY.*OPEN.*LAST TRADES.*LAST REFUSALS.*EQUITY'
        $text -join "`n" | Should -Not -Match "`e"
    }

    It 'is an error where there is no run, and draws no other' {
        { Show-AxflPortfolio -OutputDirectory ./nothing -Once } | Should -Throw -ErrorId 'RunNotFound,*'
    }
}
