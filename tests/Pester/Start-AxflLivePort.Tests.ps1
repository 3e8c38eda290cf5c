BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive }
AfterAll { Pop-Location }

Describe 'Start-AxflLivePort' {
    It 'gives typed statuses one by one, the final one last' {
        $statuses = Start-AxflLivePort @short -RunId first
        $statuses.Count | Should -BeGreaterThan 10
        $statuses | Should -BeOfType Axfl.Contracts.PortfolioStatus
        $statuses[-1].Run | Should -Be 'first'
        $statuses[-1].Total.Trades | Should -BeGreaterThan 0
        $statuses[-1].Now.Kind | Should -Be 'Utc'
    }

    It 'writes all files of a run' {
        Start-AxflLivePort @short -RunId files | Out-Null
        'plan.yaml', 'trades.csv', 'decisions.jsonl', 'summary.json' | ForEach-Object { "$TestDrive/logs/runs/files/$_" | Should -Exist }
    }

    It 'takes paths of the session, not of the process' {
        New-Item -ItemType Directory here | Out-Null
        Push-Location here
        try { Start-AxflLivePort @short -RunId local | Out-Null } finally { Pop-Location }
        "$TestDrive/here/logs/runs/local/summary.json" | Should -Exist
    }

    It 'replays a CSV file' {
        Write-Bar -Path EURUSD.csv -Count 1500
        $last = Start-AxflLivePort -DataPath EURUSD=EURUSD.csv -Source csv -Set 'symbols=[EURUSD]' -Since 2025-01-09 -WarningAction Ignore | Select-Object -Last 1
        $last.Source | Should -Be 'csv'
        $last.Data[0].Bars | Should -BeGreaterThan 500
    }

    It 'reads a folder with brackets in its name, and a file of a drive behind SYMBOL=' {
        $null = New-Item -ItemType Directory 'fx [2025]'
        Write-Bar -Path here.csv -Count 1500
        Copy-Item here.csv ([System.IO.Path]::Combine($PWD.ProviderPath, 'fx [2025]', 'EURUSD.csv')) -Force
        $last = Start-AxflLivePort -DataPath 'fx [2025]' -Set 'symbols=[EURUSD]' -Since 2025-01-09 -WarningAction Ignore | Select-Object -Last 1
        $last.Source | Should -Be 'csv'
        $null = New-PSDrive -Name Bars -PSProvider FileSystem -Root $PWD.ProviderPath
        $last = Start-AxflLivePort -DataPath 'EURUSD=Bars:\here.csv' -Set 'symbols=[EURUSD]' -Since 2025-01-09 -WarningAction Ignore | Select-Object -Last 1
        $last.Source | Should -Be 'csv'
        Remove-PSDrive Bars
    }

    It 'makes up no prices when what was given yields nothing' {
        { Start-AxflLivePort -DataPath 'none*' -Set 'symbols=[EURUSD]' } | Should -Throw -ErrorId 'DataFileNotFound*'
        $null = New-Item -ItemType Directory none
        { Start-AxflLivePort -DataPath none -Set 'symbols=[EURUSD]' } | Should -Throw -ErrorId 'DataFileNotFound*'
    }

    It 'gives the same ledger for the same run' {
        (Start-AxflLivePort @short | Select-Object -Last 1).LedgerHash | Should -Be (Start-AxflLivePort @short | Select-Object -Last 1).LedgerHash
    }

    It 'does nothing with -WhatIf' {
        Start-AxflLivePort @short -RunId nothing -WhatIf | Should -BeNullOrEmpty
        "$TestDrive/logs/runs/nothing" | Should -Not -Exist
    }

    It 'ends with an error that says what and what to do: <Id>' -ForEach @(
        @{ Id = 'SessionsFileNotFound'; Category = 'ObjectNotFound'; Arguments = @{ Path = 'none.yaml' } }
        @{ Id = 'SessionsFileInvalid'; Category = 'InvalidArgument'; Arguments = @{ Set = 'risk.max_opn_positions=3' } }
        @{ Id = 'PeriodEmpty'; Category = 'InvalidArgument'; Arguments = @{ Source = 'simulated'; Since = '2025-01-10'; Until = '2025-01-09' } }
    ) {
        $caught = $null
        try { Start-AxflLivePort @Arguments } catch { $caught = $_ }
        $caught.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $caught.CategoryInfo.Category | Should -Be $Category
        $caught.TargetObject | Should -Not -BeNullOrEmpty
        $caught.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'never writes into the directory of an earlier run' {
        Start-AxflLivePort @short -RunId taken | Out-Null
        { Start-AxflLivePort @short -RunId taken } | Should -Throw -ErrorId 'RunDirectoryExists,*'
    }

    It 'gives a job that can be waited for and received' {
        $job = Start-AxflLivePort @short -RunId asjob -AsJob
        $job | Wait-Job | Out-Null
        $job.State | Should -Be 'Completed'
        (Receive-Job $job -WarningAction Ignore)[-1].Total.Trades | Should -BeGreaterThan 0
        "$TestDrive/logs/runs/asjob/summary.json" | Should -Exist
        Remove-Job $job
    }

    It 'gives a job that can be stopped, its files complete' {
        $job = Start-AxflLivePort @short -RunId stopped -Speed 100 -AsJob
        Stop-Job $job
        $job.State | Should -Be 'Stopped'
        (Get-Content -Raw logs/runs/stopped/summary.json | ConvertFrom-Json).interrupted | Should -BeTrue
        Remove-Job $job
    }
}
