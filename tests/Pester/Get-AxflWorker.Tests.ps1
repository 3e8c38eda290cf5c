BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/FakeModule.ps1"
}
AfterAll { $fakeHost.Dispose() }

Describe 'Get-AxflWorker' {
    It 'gives the workers of a store under a name of their own' {
        $workers = Invoke-Fake 'Get-AxflWorker'
        $workers.Worker | Should -Be 'lab1/77', 'lab2/9'
        $workers[0].PSTypeNames[0] | Should -Be 'Deserialized.Axfl.SweepWorker'
        $workers[0].Sweeps | Should -Be 'first', 'second'
        $workers[1].SeenAt | Should -BeNullOrEmpty
    }
    It 'has a view that fits 80 columns' {
        $text = (Invoke-Fake 'Get-AxflWorker | Out-String -Width 80') -split "`r?`n"
        $text | Where-Object { $_ -match '^lab1' } | Should -Match '^lab1/77\s+yes\s+2026-03-02 08:30\s+1200\s+0\.0\.0 tz 2025b\s+first sec'
        $text | Where-Object { $_ -match '^lab2' } | Should -Match '^lab2/9\s+no\s+3\s+0\.0\.0 tz 2025b'
        $text | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }
    It 'gives nothing where nobody is, and says so when asked' {
        $shell = Open-Fake 'Get-AxflWorker -Store empty -Verbose'
        $shell.Invoke() | Should -BeNullOrEmpty
        "$($shell.Streams.Verbose)" | Should -BeLike '*No worker is running*'
        $shell.Dispose()
    }
    It 'names a store that is not there' {
        { Get-AxflWorker -Store "$TestDrive/absent.db" -ErrorAction Stop } | Should -Throw -ErrorId 'StoreNotFound*'
    }
}
