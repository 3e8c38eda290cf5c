BeforeAll { . "$PSScriptRoot/Common.ps1"; Push-Location $TestDrive; $last = Start-AxflLivePort @short -RunId block | Select-Object -Last 1 }
AfterAll { Pop-Location }

Describe 'ConvertTo-AxflStatusBlock' {
    It 'puts one line of JSON between the markers, fields in order' {
        $block = $last | ConvertTo-AxflStatusBlock
        $block.Count | Should -Be 3
        $block[0] | Should -Be '###BEGIN-AXFL-LIVE-PORT###'
        $block[2] | Should -Be '###END-AXFL-LIVE-PORT###'
        $block[1] | Should -BeLike '{"ok":true,"mode":"replay","source":"simulated","interval":"5m","since":*'
    }
    It 'gives the line of JSON alone with -JsonOnly' { ($last | ConvertTo-AxflStatusBlock -JsonOnly | ConvertFrom-Json).run | Should -Be 'block' }
}
