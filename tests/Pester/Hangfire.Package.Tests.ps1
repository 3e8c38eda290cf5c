BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $package = Get-ChildItem "$root/out/packages" -Filter 'Axfl.Pools.Hangfire-*.zip' -ErrorAction Ignore
    if (-not $package) { throw 'There is no package of Hangfire in out/packages: ./build.ps1 -Task Pack makes it.' }
    Expand-Archive -LiteralPath $package.FullName -DestinationPath "$TestDrive/package"
    $adapter = "$TestDrive/package/adapters/Axfl.Pools.Hangfire"
    $dashboard = "$TestDrive/package/Axfl.Pools.Hangfire.Dashboard"
}

Describe 'The package of Hangfire' {
    It 'has the version of the module' {
        $package.Name | Should -Be "Axfl.Pools.Hangfire-$((Get-Module Axfl).Version).zip"
    }
    It 'has the queue and its packages, and nothing that a program has already' {
        (Get-ChildItem $adapter -File).Name | Sort-Object | Should -Be (@(
                'Axfl.Pools.Hangfire.dll', 'Dapper.AOT.dll', 'Dapper.dll', 'Hangfire.Core.dll', 'Hangfire.PostgreSql.dll', 'LICENSE', 'Microsoft.Extensions.DependencyInjection.Abstractions.dll',
                'Microsoft.Extensions.Logging.Abstractions.dll', 'Newtonsoft.Json.dll', 'Npgsql.dll', 'System.Collections.Immutable.dll', 'System.Diagnostics.DiagnosticSource.dll') | Sort-Object)
    }
    It 'has the licences of what is in it' {
        foreach ($folder in $adapter, $dashboard) {
            foreach ($file in 'Hangfire.Core/COPYING.LESSER', 'Hangfire.Core/COPYING', 'Hangfire.Core/LICENSE.md', 'Hangfire.PostgreSql/LICENSE.md', 'Newtonsoft.Json/LICENSE.md', 'Npgsql/LICENSE') {
                "$folder/licences/$file" | Should -Exist
            }
            # Every package says at least in its manifest under which licence it is.
            $own = (Get-ChildItem $folder -Filter *.dll).BaseName | Where-Object { $_ -notlike 'Axfl.*' -and $_ -notlike 'SQLitePCLRaw.batteries*' -and $_ -ne 'Microsoft.Data.Sqlite' }
            $own.Count | Should -BeGreaterThan 8
            $own | ForEach-Object { "$folder/licences/$_/$($_.ToLowerInvariant()).nuspec" | Should -Exist }
        }
        "$dashboard/licences/Hangfire.AspNetCore/COPYING.LESSER" | Should -Exist
    }
    It 'has those files of Hangfire as its authors made them' {
        foreach ($name in 'Hangfire.Core', 'Hangfire.PostgreSql') {
            $ours = Get-FileHash "$adapter/$name.dll"
            $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { "$HOME/.nuget/packages" }
            (Get-ChildItem "$packages/$($name.ToLowerInvariant())" -Recurse -Filter "$name.dll" | Get-FileHash).Hash | Should -Contain $ours.Hash
        }
    }
    It 'has a dashboard that runs from where it was unpacked' {
        (& dotnet "$dashboard/Axfl.Pools.Hangfire.Dashboard.dll" --help) -join "`n" | Should -BeLike '*--store*--port*'
        (& dotnet "$dashboard/Axfl.Pools.Hangfire.Dashboard.dll" --store sweeps.db 2>&1) -join "`n" | Should -BeLike '*is a file*'
        $LASTEXITCODE | Should -Be 2
    }
    It 'is not in the module' {
        Get-ChildItem $axfl -Recurse -Include 'Hangfire*', 'Newtonsoft*', 'Axfl.Pools*' | Should -BeNullOrEmpty
        "$axfl/adapters/Axfl.Store.PostgreSql/Npgsql.dll" | Should -Exist
    }
}
