BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Get-AxflSweep' {
    It 'loads SQLite where a store is read and not with the module, and never Npgsql' {
        Set-Content "$TestDrive/load.ps1" @"
Import-Module '$axfl/Axfl.psd1'
function Get-Loaded { @([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name | Where-Object { `$_ -match 'SQLite|Npgsql' } | Sort-Object) -join ',' }
Set-Content '$TestDrive/none.db' 'no store'
"[`$(Get-Loaded)]"
try { Get-AxflSweep -Store '$TestDrive/none.db' -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId }
"[`$(Get-Loaded)]"
"@
        $said = & "$PSHOME/pwsh" -NoProfile -File "$TestDrive/load.ps1"
        $said[0] | Should -Be '[]'
        $said[1] | Should -BeLike 'StoreDamaged*'
        $said[2] | Should -BeLike '*Microsoft.Data.Sqlite*'
        $said[2] | Should -Not -BeLike '*Npgsql*'
    }
    It 'names a store that is not there' {
        { Get-AxflSweep -Store "$TestDrive/absent.db" -ErrorAction Stop } | Should -Throw -ErrorId 'StoreNotFound*'
    }
}
