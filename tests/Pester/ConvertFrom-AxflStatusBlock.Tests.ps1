BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; $last = Start-AxflLivePort @short -RunId block | Select-Object -Last 1 }
AfterAll { Pop-Location }

Describe 'ConvertFrom-AxflStatusBlock' {
    It 'reads back what it wrote' {
        $again = $last | ConvertTo-AxflStatusBlock | ConvertFrom-AxflStatusBlock
        $again.LedgerHash | Should -Be $last.LedgerHash
        $again | ConvertTo-AxflStatusBlock | Should -Be ($last | ConvertTo-AxflStatusBlock)
    }
    It 'finds blocks in one text among other lines' {
        $text = "hello`r`n" + (($last | ConvertTo-AxflStatusBlock) -join "`r`n") + "`r`nbye"
        ($text | ConvertFrom-AxflStatusBlock).Run | Should -Be 'block'
    }
    It 'says what is wrong: <Text>' -ForEach @(@{ Text = '{"ok":' }, @{ Text = '###BEGIN-AXFL-LIVE-PORT###' }) {
        $Text | ConvertFrom-AxflStatusBlock -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].FullyQualifiedErrorId | Should -BeLike 'StatusBlockInvalid,*'
    }
}
