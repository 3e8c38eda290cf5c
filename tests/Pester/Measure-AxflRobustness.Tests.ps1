BeforeAll {
    . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive
    Start-AxflLivePort @short -RunId measured | Out-Null
}
AfterAll { Pop-Location }

Describe 'Measure-AxflRobustness' {
    It 'gives three objects a kind' {
        $rows = Measure-AxflRobustness measured -Draws 20
        $rows | Should -BeOfType Axfl.Contracts.RobustnessMeasure
        ($rows | Group-Object Kind).Name | Sort-Object | Should -Be ('costs', 'jitter', 'missed', 'order', 'resample')
        ($rows | Group-Object Kind | ForEach-Object Count) | Should -Be (3, 3, 3, 3, 3)
    }
    It 'is the same with the same seed, and other with another' {
        $first = Measure-AxflRobustness measured -Kind missed -Draws 20 -Seed 4
        (Measure-AxflRobustness measured -Kind missed -Draws 20 -Seed 4).Mean | Should -Be $first.Mean
        (Measure-AxflRobustness measured -Kind missed -Draws 20 -Seed 5).Mean | Should -Not -Be $first.Mean
    }
    It 'keeps total R in another order' {
        $row = Measure-AxflRobustness measured -Kind order -Draws 20 | Where-Object Measure -EQ total_r
        $row.Q01 | Should -Be $row.AsRun
        $row.Q99 | Should -Be $row.AsRun
    }
    It 'says why there are no draws of too few days' { (Measure-AxflRobustness measured -Kind resample)[0].Reason | Should -Be 'fewer than 20 trading days' }
    It 'refuses what cannot be drawn' {
        { Measure-AxflRobustness measured -Kind nope -ErrorAction Stop } | Should -Throw '*order, resample, costs, missed, jitter*' -ErrorId 'MeasureRequestInvalid,*'
        { Measure-AxflRobustness measured -Draws 1 -ErrorAction Stop } | Should -Throw
        { Measure-AxflRobustness measured -Step nope=1 -ErrorAction Stop } | Should -Throw '*not a numeric parameter*'
    }
    It 'stops with its pipeline' {
        @(Measure-AxflRobustness measured -Kind order -Draws 10 | Select-Object -First 1).Count | Should -Be 1
    }
    It 'is left at once by Ctrl-C' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$axfl/Axfl.psd1'; Set-Location '$TestDrive'; Measure-AxflRobustness measured -Kind missed -Draws 100000")
            $running = $shell.BeginInvoke()
            $deadline = [datetime]::UtcNow.AddSeconds(60)
            while ($shell.Streams.Progress.Count -eq 0 -and [datetime]::UtcNow -lt $deadline) { $null = $running.AsyncWaitHandle.WaitOne(50) }
            $shell.Streams.Progress.Count | Should -BeGreaterThan 0
            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -Be Stopped
        } finally { $shell.Dispose() }
    }
}
