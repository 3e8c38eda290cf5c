BeforeAll { . "$PSScriptRoot/Common.ps1"; . "$PSScriptRoot/FakeModule.ps1" }
AfterAll { $fakeHost.Dispose() }

Describe 'Export-AxflSweepReport' {
    It 'writes the name of the sweep with .html into the location of the session and gives its file' {
        $file = Invoke-Fake 'Export-AxflSweepReport orb-sweep -Store mine.db'
        $file.FullName | Should -Be (Join-Path $TestDrive orb-sweep.html)
        Get-Content $file.FullName | Should -Be mine.db
        (Invoke-Fake 'Export-AxflSweepReport orb-sweep -Path other.html').Name | Should -Be other.html
    }
    It 'takes names by pipeline' { (Invoke-Fake "'a', 'b' | Export-AxflSweepReport").Name | Should -Be a.html, b.html }
    It 'writes nothing with -WhatIf' {
        Invoke-Fake 'Export-AxflSweepReport asked -WhatIf' | Should -BeNullOrEmpty
        Join-Path $TestDrive asked.html | Should -Not -Exist
    }
    It 'passes on that another file is there, and -Force' {
        Invoke-Fake 'Export-AxflSweepReport taken' | Should -BeNullOrEmpty
        $fakeErrors[0].FullyQualifiedErrorId | Should -BeLike 'ReportFileExists,*'
        (Invoke-Fake 'Export-AxflSweepReport taken -Force').Name | Should -Be taken.html
    }
    It 'stops on Ctrl-C' {
        Assert-FakeStop 'Export-AxflSweepReport slow' "$TestDrive/sweepreport.begun"
        "$TestDrive/sweepreport.cancelled" | Should -Exist
    }
}
