BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; $last = Start-AxflLivePort @short -RunId block | Select-Object -Last 1 }
AfterAll { Pop-Location }

Describe 'ConvertTo-AxflStatusBlock and ConvertFrom-AxflStatusBlock' {
    It 'puts one line of JSON between the markers, fields in order' {
        $block = $last | ConvertTo-AxflStatusBlock
        $block.Count | Should -Be 3
        $block[0] | Should -Be '###BEGIN-AXFL-LIVE-PORT###'
        $block[2] | Should -Be '###END-AXFL-LIVE-PORT###'
        $block[1] | Should -BeLike '{"ok":true,"mode":"replay","source":"simulated","interval":"5m","since":*'
    }
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
