BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/FakeModule.ps1"
    'live', 'broken', 'plain', 'slow', 'newest' | ForEach-Object { New-Item -ItemType Directory "$TestDrive/logs/runs/$_" | Out-Null }
}
AfterAll { $fakeHost.Dispose() }

Describe 'Test-AxflJournal' {
    It 'reports on a journal' {
        $report = Invoke-Fake 'Test-AxflJournal live'
        $report.PSTypeNames[0] | Should -Be 'Deserialized.Axfl.Contracts.JournalReport'
        $report.Ok | Should -BeTrue
        $report.Lines | Should -Be 1234
        $report.Path | Should -Be (Join-Path $TestDrive logs/runs/live/journal.jsonl)
    }
    It 'reports on a broken one without an error, as the other tests do' {
        (Invoke-Fake 'Test-AxflJournal broken').BrokenLine | Should -Be 42
        $fakeErrors | Should -BeNullOrEmpty
    }
    It 'is a gate with -Quiet' {
        Invoke-Fake 'Test-AxflJournal live -Quiet' | Should -BeTrue
        Invoke-Fake 'Test-AxflJournal broken -Quiet' | Should -BeFalse
    }
    It 'takes the newest run, ids, folders and objects of the pipeline, each once' {
        (Invoke-Fake 'Test-AxflJournal').Run | Should -Be 'newest'
        (Invoke-Fake "'live', 'broken', 'live' | Test-AxflJournal").Run | Should -Be 'live', 'broken'
        (Invoke-Fake 'Get-Item logs/runs/live | Test-AxflJournal').Run | Should -Be 'live'
        (Invoke-Fake 'Get-AxflPortfolioStatus live | Test-AxflJournal').Run | Should -Be 'live'
        (Invoke-Fake 'Test-AxflJournal -Path logs/runs/l*').Run | Should -Be 'live'
        (Invoke-Fake 'Test-AxflJournal ./logs/runs/live').Run | Should -Be 'live'
        (Invoke-Fake 'Start-AxflLivePort Ws -RunId ended -AsJob | Tee-Object -Variable job | Test-AxflJournal; $job | Wait-Job | Remove-Job').Run | Should -Be 'ended'
    }
    It 'hands on assemblies, paths taken of the session, and the strategies registered in it, ready to run' {
        (Invoke-Fake 'Register-AxflStrategy mine { } -Force; Test-AxflJournal live -StrategyAssembly own.dll').Proves |
            Should -Be 'that no line was changed', (Join-Path $TestDrive own.dll), 'mine'
    }
    It 'says so when a run has no journal, and goes on with the next' {
        (Invoke-Fake "'plain', 'live' | Test-AxflJournal").Run | Should -Be 'live'
        $fakeErrors[0].FullyQualifiedErrorId | Should -BeLike 'JournalNotFound,*'
        $fakeErrors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
    It 'says so when there is no such run' {
        Test-AxflJournal nowhere -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].FullyQualifiedErrorId | Should -BeLike 'RunNotFound,*'
    }
    It 'shows how far it is, and takes that away' {
        $shell = Open-Fake 'Test-AxflJournal live'
        $shell.Invoke() | Out-Null
        $shell.Streams.Progress.PercentComplete | Should -Contain 50
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
    }
    It 'leaves no work behind at Ctrl-C' {
        Assert-FakeStop 'Test-AxflJournal slow' -When "$TestDrive/logs/runs/slow/journal.begun"
        "$TestDrive/logs/runs/slow/journal.cancelled" | Should -Exist
    }
    It 'has a view that says what is wrong' {
        Invoke-Fake 'Test-AxflJournal broken | Out-String -Width 120' | Should -Match 'State\s+: broken at line 42: its hash is not that of what it says'
        Invoke-Fake 'Test-AxflJournal live | Out-String -Width 120' | Should -Match 'State\s+: holds(.|\n)*bars 34, tick 1200'
    }
}
