BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/FakeModule.ps1"
    Push-Location $TestDrive
    # A port on which nobody listens.
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    @'
portfolio:
  symbols: [EURUSD]
  strategies: [{name: orb, windows: [{start: "07:00", end: "10:00"}]}]
  alerts:
    channels:
      - {kind: slack, url: env:AXFL_PESTER_SLACK}
      - {kind: ntfy, url: env:AXFL_PESTER_NONE}
      - {kind: webhook, url: vault:hook, secret: vault:text}
      - {kind: slack, url: vault:nothing}
'@ | Set-Content sessions.yaml
    $env:AXFL_PESTER_SLACK = "http://127.0.0.1:$port/s3cret"
}
AfterAll {
    $env:AXFL_PESTER_SLACK = $null
    Pop-Location
    $fakeHost.Dispose()
}

Describe 'Send-AxflAlert' {
    BeforeAll {
        function global:Get-Secret {
            param($Name)
            switch ($Name) {
                'hook' { ConvertTo-SecureString "http://127.0.0.1:$port/s3cret" -AsPlainText -Force }
                'text' { 's3cret' }
                default { throw "s3cret: no secret $Name" }
            }
        }
    }
    AfterAll { Remove-Item function:global:Get-Secret }

    It 'says how each channel answered, and never a secret' {
        $answers = Send-AxflAlert sessions.yaml -Test
        $answers.Channel | Should -Be 'slack', 'ntfy', 'webhook', 'slack-2'
        $answers.Ok | Should -Be $false, $false, $false, $false
        $answers[0].Answer | Should -Be 'no connection (ConnectionRefused)'
        $answers[1].Answer | Should -Be 'the environment variable AXFL_PESTER_NONE is not set'
        $answers[2].Answer | Should -Be 'no connection (ConnectionRefused)'
        $answers[3].Answer | Should -BeLike '*the vault did not give the secret nothing*'
        $answers | Out-String -Width 300 | Should -Not -Match 's3cret'
    }
    It 'tests one channel alone' { (Send-AxflAlert sessions.yaml -Test -Channel ntfy).Channel | Should -Be 'ntfy' }
    It 'names a channel that does not exist, and the one meant' {
        { Send-AxflAlert sessions.yaml -Test -Channel slak } | Should -Throw -ErrorId 'AlertChannelUnknown*' -ExpectedMessage "*Did you mean 'slack'?*"
    }
    It 'says that a profile has no channels' { { Send-AxflAlert -Test } | Should -Throw -ErrorId 'AlertsNotConfigured*' }
    It 'completes channels' {
        (TabExpansion2 'Send-AxflAlert sessions.yaml -Test -Channel sl').CompletionMatches.CompletionText | Should -Be 'slack', 'slack-2'
    }
    It 'gives what channels answered, with the answer of a vault hidden' {
        $answers = Invoke-Fake 'function Get-Secret { param($Name) "twelve chars" }; Send-AxflAlert -Test -Channel discord, vault'
        $answers.Ok | Should -Be $true, $true
        $answers[1].Answer | Should -Be '(hidden) of 12'
    }
}
