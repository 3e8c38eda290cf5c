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

    It 'gives the errors of Test-AxflSessions as errors: <Name>' -ForEach @(
        @{ Name = 'broken YAML'; Text = "portfolio:`n  symbols: [EURUSD`n  : x" }
        @{ Name = 'an empty file'; Text = '' }
        @{ Name = 'plain text'; Text = 'just some text' }
        @{ Name = 'unknown keys'; Text = "portfolio:`n  symbols: [EURUSD]`n  spraed_pips: 1`n  strategies:`n    - name: orbb`n      windows: [{start: '07:00', end: '10:00'}]" }
    ) {
        Set-Content given.yaml -Value $Text
        $problems = @(Test-AxflSessions given.yaml | Where-Object IsWarning -EQ $false)
        $problems | Should -Not -BeNullOrEmpty
        Import-AxflSessions given.yaml -ErrorVariable said -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $said.Count | Should -Be $problems.Count
        "$($said[0])" | Should -Be "$($problems[0])"
        $said[0].FullyQualifiedErrorId | Should -BeLike 'SessionsFileInvalid,*'
        { Import-AxflSessions given.yaml -ErrorAction Stop } | Should -Throw
    }
}
