BeforeDiscovery { $unix = -not $IsWindows }
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    $prelude = "Import-Module '$axfl/Axfl.psd1'; Set-Location '$TestDrive'; `$run = @{ Source = 'simulated'; Since = '2025-01-06'; Until = '2025-01-11'; Speed = 100; WarningAction = 'Ignore' };"

    function Start-Shell([string] $Script) {
        # A pwsh of its own, its first line of output read: the run is under way then.
        # Whoever started this may ignore signals (nohup), and children inherit that.
        $command = if ($IsLinux) { '/usr/bin/env', '--default-signal=TERM,HUP', "$PSHOME/pwsh" } else { , "$PSHOME/pwsh" }
        $info = [System.Diagnostics.ProcessStartInfo]::new($command[0])
        $command | Select-Object -Skip 1 | ForEach-Object { $info.ArgumentList.Add($_) }
        '-NoProfile', '-NonInteractive', '-Command', ($prelude + $Script) | ForEach-Object { $info.ArgumentList.Add($_) }
        $info.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($info)
        $process.StandardOutput.ReadLine() | Should -Be 'begun'
        $process
    }

    function Assert-Ended([string] $Run) {
        (Get-Content -Raw "logs/runs/$Run/summary.json" | ConvertFrom-Json).interrupted | Should -BeTrue
        $lines = @(Get-ChildItem "logs/runs/$Run/portfolio_live_*.jsonl" | Get-Content)
        $lines[-1] | ConvertFrom-Json | ForEach-Object { $_.run | Should -Be $Run }
        Get-ChildItem "logs/runs/$Run" -Filter *.lock | Should -BeNullOrEmpty
    }
}
AfterAll { Pop-Location }

Describe 'The end of the process' {
    It 'ends a run in order: <Name>' -ForEach @(
        @{ Name = 'exit beside a job'; Run = 'exitjob'; Script = "`$null = Start-AxflLivePort @run -RunId exitjob -AsJob; 'begun'; exit 0"; Code = 0 }
        @{ Name = 'exit downstream'; Run = 'exitdown'; Script = "`$run.Speed = 20000; Start-AxflLivePort @run -RunId exitdown | ForEach-Object { 'begun'; exit 7 }"; Code = 7 }
        @{ Name = 'the end of the script'; Run = 'endscript'; Script = "`$null = Start-AxflLivePort @run -RunId endscript -AsJob; 'begun'"; Code = 0 }
    ) {
        $process = Start-Shell $Script
        $process.WaitForExit(60000) | Should -BeTrue
        $process.ExitCode | Should -Be $Code
        Assert-Ended $Run
    }

    It 'ends a run in order at SIG<Name>' -Skip:(-not $unix) -ForEach @(
        @{ Name = 'TERM'; Code = 143 }
        @{ Name = 'HUP'; Code = 129 }
    ) {
        $process = Start-Shell "`$null = Start-AxflLivePort @run -RunId sig$Name -AsJob; 'begun'; while (`$true) { Start-Sleep -Seconds 1 }"
        & /bin/sh -c "kill -$Name $($process.Id)"
        $process.WaitForExit(60000) | Should -BeTrue
        $process.ExitCode | Should -Be $Code
        Assert-Ended "sig$Name"
    }

    It 'ends a job in order when the session that started it is closed' {
        $runspace = [runspacefactory]::CreateRunspace()
        $runspace.Open()
        $shell = [powershell]::Create()
        $shell.Runspace = $runspace
        $null = $shell.AddScript("$prelude `$null = Start-AxflLivePort @run -RunId session -AsJob").Invoke()
        $runspace.Close()
        [System.Threading.SpinWait]::SpinUntil({ Test-Path logs/runs/session/summary.json }, 20000) | Should -BeTrue
        Assert-Ended 'session'
        $shell.Dispose()
    }
}
