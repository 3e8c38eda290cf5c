BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    @'
portfolio:
  symbols: [EURUSD]
  spraed_pips: 1
  strategies:
    - name: orbb
      windows: [{start: "07:00", end: "10:00"}]
'@ | Set-Content wrong.yaml
}
AfterAll { Pop-Location }

Describe 'Test-AxflSessions' {
    It 'gives all problems at once with line and the key meant' {
        $problems = Test-AxflSessions wrong.yaml
        $problems.Count | Should -Be 2
        $problems[0].Line | Should -Be 3
        $problems[0].Message | Should -BeLike '*spread_pips*'
    }
    It 'is a gate with -Quiet' {
        Test-AxflSessions wrong.yaml -Quiet | Should -BeFalse
        Test-AxflSessions -Quiet | Should -BeTrue
    }
    It 'says nothing of a good file' { Test-AxflSessions | Should -BeNullOrEmpty }
}
