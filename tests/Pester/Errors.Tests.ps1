BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; Start-AxflLivePort @short -RunId taken | Out-Null }
AfterAll { Pop-Location }

Describe 'Errors' {
    It 'have a category and a recommendation of their own: <Id>' -ForEach @(
        @{ Id = 'RunDirectoryExists'; Category = 'ResourceExists'; Advice = '*another -RunId*'; Script = { Start-AxflLivePort @short -RunId taken } }
        @{ Id = 'JournalNotFound'; Category = 'ObjectNotFound'; Advice = '*live run*'; Script = { Test-AxflJournal taken -ErrorAction Stop } }
        @{ Id = 'RunNotFound'; Category = 'ObjectNotFound'; Advice = '*Get-AxflRun*'; Script = { Get-AxflTrade nowhere -ErrorAction Stop } }
        @{ Id = 'PeriodEmpty'; Category = 'InvalidArgument'; Advice = '*later than -Since*'; Script = { Start-AxflLivePort -Source simulated -Since 2025-01-10 -Until 2025-01-09 } }
    ) {
        $caught = try { & $Script } catch { $_ }
        $caught.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $caught.CategoryInfo.Category | Should -Be $Category
        $caught.ErrorDetails.RecommendedAction | Should -BeLike $Advice
    }
}
