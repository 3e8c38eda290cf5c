BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Get-AxflStrategy' {
    It 'gives the built-in strategies' { (Get-AxflStrategy | Where-Object Source -eq 'built in').Name | Should -Be 'arls', 'lsg', 'orb' }
    It 'has parameters with unit, range and default' {
        $target = (Get-AxflStrategy orb).Parameters | Where-Object Name -EQ target_r
        $target.Unit | Should -Be 'R'
        $target.Default | Should -Be 1
        $target.Min | Should -Be 0.01
    }
    It 'says which there are when there is no such strategy' {
        Get-AxflStrategy none -ErrorVariable said -ErrorAction SilentlyContinue
        "$said" | Should -BeLike '*arls, lsg, orb*'
    }
}
