BeforeAll {
    . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive
    Start-AxflLivePort @short -RunId reported | Out-Null
    Start-AxflLivePort @short -RunId other -OutputDirectory elsewhere | Out-Null
}
AfterAll { Pop-Location }

Describe 'Export-AxflReport' {
    It 'writes report.html into the directory of the run and gives its file' {
        $file = Export-AxflReport reported
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be (Join-Path (Get-AxflRun reported).Directory report.html)
        Get-Content $file.FullName -Raw | Should -Match '<meta name="axfl-report" content="reported">'
    }
    It 'takes runs by pipeline and the newest without one' {
        (Get-AxflRun reported | Export-AxflReport).Directory.Name | Should -Be reported
        (Export-AxflReport -OutputDirectory elsewhere).Directory.Name | Should -Be other
    }
    It 'writes nothing with -WhatIf' {
        Export-AxflReport reported -Path asked.html -WhatIf | Should -BeNullOrEmpty
        'asked.html' | Should -Not -Exist
    }
    It 'writes to a path of the session' {
        New-Item -ItemType Directory inner | Out-Null
        Push-Location inner
        try { (Export-AxflReport reported -OutputDirectory ../logs -Path mine.html).FullName | Should -Be (Join-Path $PWD.ProviderPath mine.html) } finally { Pop-Location }
    }
    It 'replaces its own report, and another file only with -Force' {
        $null = Export-AxflReport reported -Path own.html
        { Export-AxflReport reported -Path own.html -ErrorAction Stop } | Should -Not -Throw
        Set-Content text.html 'mine'
        { Export-AxflReport reported -Path text.html -ErrorAction Stop } | Should -Throw -ErrorId 'ReportFileExists,*'
        Get-Content text.html | Should -Be mine
        { Export-AxflReport reported -Path text.html -Force -ErrorAction Stop } | Should -Not -Throw
    }
    It 'leaves bars and shadow results out when asked to, and says so in detail' {
        $said = Export-AxflReport reported -Bars none -Path less.html -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$said" | Should -Match '-Bars'
        (Get-Item less.html).Length | Should -BeLessThan (Export-AxflReport reported -Path more.html).Length
        { Export-AxflReport reported -Bars some -ErrorAction Stop } | Should -Throw
        { Export-AxflReport reported -NoShadow -Path noshadow.html -ErrorAction Stop } | Should -Not -Throw
    }
    It 'says which run there is not' { { Export-AxflReport none -ErrorAction Stop } | Should -Throw -ErrorId 'RunNotFound,*' }
}
