BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    Start-AxflLivePort @short -RunId good | Out-Null
    Register-AxflStrategy unlucky -Force { throw 'out of luck' }
    "portfolio:`n  symbols: [EURUSD]`n  source: simulated`n  strategies:`n    - name: unlucky`n      windows: [{start: '07:00', end: '10:00'}]" | Set-Content unlucky.yaml
    try { Start-AxflLivePort -Path unlucky.yaml -Since 2025-01-06 -Until 2025-01-08 -RunId bad } catch { $null = $_ }
}
AfterAll { Get-Job | Remove-Job -Force; Pop-Location }

Describe 'Get-AxflRun' {
    It 'gives all runs with state and error' {
        $runs = Get-AxflRun
        $runs | Should -BeOfType Axfl.Contracts.RunReport
        ($runs | Sort-Object Run).Run | Should -Be 'bad', 'good'
        (Get-AxflRun good).State | Should -Be 'ended'
        (Get-AxflRun bad).State | Should -Be 'failed'
        (Get-AxflRun bad).Error | Should -BeLike '*out of luck*'
        (Get-AxflRun -State fail*).Run | Should -Be 'bad'
    }
    It 'tells the same from another process' {
        $text = & "$PSHOME/pwsh" -NoProfile -Command "Import-Module '$axfl/Axfl.psd1'; Set-Location '$TestDrive'; Get-AxflRun bad | ForEach-Object { `$_.State; `$_.Error -match 'out of luck' }"
        $text | Should -Be 'failed', 'True'
    }
    It 'shows a run under way, and stopped when it was' {
        $job = Start-AxflLivePort @short -Speed 100 -RunId under -AsJob
        (Get-AxflRun under).State | Should -Be 'running'
        ($job | Get-AxflRun).Run | Should -Be 'under'
        Stop-AxflLivePort under
        (Get-AxflRun under).State | Should -Be 'stopped'
    }
    It 'is piped on' { (Get-AxflRun good | Get-AxflTrade)[0].Run | Should -Be 'good' }
    It 'makes the others say that a run failed' {
        Measure-AxflPortfolio bad -WarningVariable said -WarningAction SilentlyContinue | Out-Null
        "$said" | Should -BeLike "*'bad' failed: *out of luck*"
        Get-AxflTrade good -WarningVariable none -WarningAction SilentlyContinue | Out-Null
        $none | Should -BeNullOrEmpty
    }
    It 'fits 80 columns' { Get-AxflRun | Out-String -Width 80 | ForEach-Object { $_ -split "`r?`n" } | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 } }
    It 'is an error for a run that is not there' { { Get-AxflRun nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'RunNotFound,*' }
}
