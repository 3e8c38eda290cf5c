BeforeAll { . "$PSScriptRoot/Common.ps1" }

Describe 'Module' {
    It 'is a valid manifest for the Gallery' {
        $manifest = Test-ModuleManifest "$axfl/Axfl.psd1"
        $manifest.PrivateData.PSData.LicenseUri | Should -Not -BeNullOrEmpty
        $manifest.Tags | Should -Contain 'PSEdition_Core'
        $manifest.ReleaseNotes | Should -Not -BeNullOrEmpty
    }

    It 'exports exactly the cmdlets of its manifest' {
        $manifest = Import-PowerShellDataFile "$root/src/Axfl.PowerShell/Axfl.psd1"
        (Get-Command -Module Axfl).Name | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'has approved verbs and the noun prefix only' {
        $verbs = (Get-Verb).Verb
        Get-Command -Module Axfl | ForEach-Object { $_.Verb | Should -BeIn $verbs; $_.Noun | Should -BeLike 'Axfl*' }
    }

    It 'imports from the root of a built clone with the same cmdlets and help' {
        $found = & "$PSHOME/pwsh" -NoProfile -Command "Import-Module '$root/Axfl.psd1'; (Get-Command -Module Axfl).Count; (Get-Help Get-AxflTrade).Synopsis"
        $found[0] | Should -Be (Get-Command -Module Axfl).Count
        $found[1] | Should -BeLike 'Gives the closed trades*'
    }

    It 'imports without loading the runtime, so that the start stays short' {
        $names = & "$PSHOME/pwsh" -NoProfile -Command "Import-Module '$axfl/Axfl.psd1'; [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name"
        $names | Should -Contain 'Axfl.Contracts'
        $names | Should -Not -Contain 'Axfl.Runtime'
    }

    It 'loads nothing of an adapter for a replay and a sweep in a file' {
        $script = @"
Set-Location '$TestDrive'
Import-Module '$axfl/Axfl.psd1'
Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-11 -WarningAction Ignore | Out-Null
Set-Content sessions.yaml 'portfolio: {symbols: [EURUSD], source: simulated, strategies: [{name: lsg, windows: [{start: "07:00", end: "10:00"}]}]}'
Invoke-AxflSweep -Name loads -SessionsPath sessions.yaml -Since 2025-03-03 -Until 2025-03-15 -Axis @{ 'strategies.lsg.params.sweep_pips' = 2, 3 } -WarningAction Ignore | Out-Null
[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { -not `$_.IsDynamic -and `$_.Location -and -not `$_.Location.StartsWith(`$PSHOME) } | ForEach-Object { `$_.Location.Replace('\', '/') }
"@
        Set-Content "$TestDrive/loads.ps1" $script
        $loaded = & "$PSHOME/pwsh" -NoProfile -File "$TestDrive/loads.ps1"
        $loaded | Should -Contain "$("$axfl".Replace('\', '/'))/lib/Microsoft.Data.Sqlite.dll"
        "$axfl/adapters/Axfl.Store.PostgreSql/Npgsql.dll" | Should -Exist
        $loaded | Where-Object { $_ -match '/adapters/|/Npgsql|/Hangfire|/Newtonsoft|/Microsoft\.AspNetCore|/Dapper' } | Should -BeNullOrEmpty
    }

    It 'says what to do when the runtime is missing' {
        $copy = New-Item -ItemType Directory "$TestDrive/Axfl"
        Copy-Item "$axfl/*" $copy -Exclude lib
        $said = & "$PSHOME/pwsh" -NoProfile -Command "Import-Module '$copy'; try { Get-AxflStrategy } catch { `$_.FullyQualifiedErrorId; `$_.ErrorDetails.RecommendedAction }"
        $said[0] | Should -BeLike 'ModuleIncomplete*'
        $said[1] | Should -BeLike '*build.ps1*'
    }

    It 'can be imported again' {
        Import-Module "$axfl/Axfl.psd1" -Force
        (Get-AxflStrategy orb).Name | Should -Be 'orb'
    }

    It 'says what to do when another copy is loaded in the session' {
        $copy = New-Item -ItemType Directory "$TestDrive/second/Axfl"
        Copy-Item "$axfl/*" $copy -Recurse
        $said = & "$PSHOME/pwsh" -NoProfile -Command "`$PSStyle.OutputRendering = 'PlainText'; Import-Module '$axfl/Axfl.psd1'; try { Import-Module '$copy' -ErrorAction Stop } catch { `"`$_`" }"
        "$said" | Should -BeLike '*Another copy of the module Axfl is loaded in this session: start a new session*'
    }
}
