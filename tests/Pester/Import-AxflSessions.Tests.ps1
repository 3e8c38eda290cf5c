BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive }
AfterAll { Pop-Location }

Describe 'Import-AxflSessions' {
    It 'gives all profiles of the shipped file' { (Import-AxflSessions).Profile | Should -Be 'portfolio', 'portfolio_london', 'portfolio_ny' }
    It 'says where a value comes from' {
        $value = (Import-AxflSessions -Profile portfolio -Set risk.max_open_positions=3).Values | Where-Object Key -EQ risk.max_open_positions
        $value.Value | Should -Be '3'
        $value.Origin | Should -Be 'command line'
    }
    It 'gives a plan that loads again' {
        (Import-AxflSessions -Profile portfolio).Yaml | Set-Content plan.yaml
        (Import-AxflSessions plan.yaml).Symbols | Should -Be 'EURUSD', 'GBPUSD', 'XAUUSD'
    }
    It 'takes files from Get-ChildItem' { (Get-ChildItem plan.yaml | Import-AxflSessions).Profile | Should -Be 'portfolio' }
}
