# The built module over a runtime with made answers (Fakes/), in a process of its own: what live commands do, without a provider.
$fakeFolder = New-Item -ItemType Directory -Force -Path "$TestDrive/FakeModule/Axfl"
Copy-Item -Path "$axfl/*" -Destination $fakeFolder -Exclude lib
Add-Type -CompilerOptions '/nowarn:1701,1702', '/nullable:enable' -Path (Get-ChildItem "$PSScriptRoot/Fakes/*.cs").FullName -OutputAssembly (Join-Path (New-Item -ItemType Directory "$fakeFolder/lib") Axfl.Runtime.dll) `
    -ReferencedAssemblies ([Axfl.Contracts.IStrategy].Assembly.Location), System.Runtime, System.Collections, System.Linq, System.Threading, System.Threading.Thread
$fakeHost = [runspacefactory]::CreateOutOfProcessRunspace([System.Management.Automation.Runspaces.TypeTable]::LoadDefaultTypeFiles())
$fakeHost.Open()

function Open-Fake {
    # A script ready to be invoked where the fake is loaded, in the test's folder.
    param([string] $Script)
    $shell = [powershell]::Create()
    $shell.Runspace = $fakeHost
    $shell.AddScript("Set-Location '$TestDrive'; Import-Module '$fakeFolder/Axfl.psd1'; `$PSStyle.OutputRendering = 'PlainText'; $Script")
}

function Invoke-Fake {
    # What a script gives; its errors are in $fakeErrors.
    param([string] $Script)
    $shell = Open-Fake $Script
    try { $shell.Invoke() } finally { $script:fakeErrors = @($shell.Streams.Error); $shell.Dispose() }
}

function Assert-FakeStop {
    # Ctrl-C as soon as a file is there: the script ends.
    param([string] $Script, [string] $When)
    $shell = Open-Fake $Script
    $pending = $shell.BeginInvoke()
    [System.Threading.SpinWait]::SpinUntil({ Test-Path $When }, 20000) | Should -BeTrue
    $shell.Stop()
    $pending.IsCompleted | Should -BeTrue
    $shell.Dispose()
}
