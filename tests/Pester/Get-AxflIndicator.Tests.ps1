BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $bars = 1..5 | ForEach-Object { [pscustomobject]@{ Time = "2025-01-06T0$($_):00Z"; Open = $_; High = $_ + 1; Low = $_ - 1; Close = $_ } }
}

Describe 'Get-AxflIndicator' {
    It 'lists what there is' { Get-AxflIndicator | Should -Contain 'ema' }
    It 'computes over bars of the pipeline, null until it is known' {
        ($bars | Get-AxflIndicator ema @{ length = 3 }).Value | Should -Be $null, $null, 2, 3, 4
    }
    It 'says which bar is none' {
        [pscustomobject]@{ Open = 1 } | Get-AxflIndicator ema -ErrorVariable said -ErrorAction SilentlyContinue
        $said[0].FullyQualifiedErrorId | Should -BeLike 'BarInvalid,*'
    }
}
