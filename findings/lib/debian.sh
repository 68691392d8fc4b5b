# Sourced. debian_unpack DIR PACKAGE=VERSION…: the pinned packages and what they need, unpacked into DIR and not installed;
# lists and archives stay in DIR too. The C library is the machine's own.
debian_unpack() {
  local dir=$1; shift
  mkdir -p "$dir/state/lists/partial" "$dir/cache/archives/partial" "$dir/unpacked"
  : > "$dir/status"
  local apt=(apt-get -qq -o "Dir::State=$dir/state" -o "Dir::State::status=$dir/status" -o "Dir::Cache=$dir/cache" -o Debug::NoLocking=1 -o APT::Sandbox::User=root)
  "${apt[@]}" update >&2
  "${apt[@]}" install -y --no-install-recommends --download-only "$@" >&2
  local deb
  for deb in "$dir"/cache/archives/*.deb; do
    case ${deb##*/} in
      libc6_* | libc-bin_* | perl* | dpkg_* | debconf_*) ;;
      *) dpkg -x "$deb" "$dir/unpacked" ;;
    esac
    rm "$deb"
  done
}

# debian_libraries DIR: where what was unpacked into DIR finds its libraries; for LD_LIBRARY_PATH.
debian_libraries() { echo "$(echo "$1"/unpacked/usr/lib/*-linux-gnu):$(echo "$1"/unpacked/lib/*-linux-gnu)"; }

# office_unpack DIR PACKAGE=VERSION…: debian_unpack for packages of LibreOffice, so that `office` can start it.
office_unpack() {
  debian_unpack "$@"
  local dir=$1
  # LibreOffice names its folders by absolute address, and copies its registry to /etc when it is installed.
  local office="$dir/unpacked/usr/lib/libreoffice"
  cp -r "$office/share/.registry/." "$dir/unpacked/etc/libreoffice/registry/"
  ln -sfn "$dir/unpacked/etc/libreoffice/registry" "$office/share/registry"
  sed -i -E "s#file:///(usr/lib|etc)/libreoffice#file://$dir/unpacked/\\1/libreoffice#g" "$office"/program/*rc
}

# office DIR ARGUMENT…: LibreOffice out of DIR, with a profile of its own, for two minutes at most. Its first start ends with 81: start again.
office() {
  local dir=$1 status=81; shift
  local libraries
  libraries="$dir/unpacked/usr/lib/libreoffice/program:$(debian_libraries "$dir")"
  for _ in 1 2 3; do
    [ "$status" = 81 ] || break
    status=0
    HOME="$dir/home" LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$libraries" timeout 120 "$dir/unpacked/usr/lib/libreoffice/program/soffice.bin" \
      --headless "-env:UserInstallation=file://$dir/profile" "$@" > "$dir/log" 2>&1 || status=$?
  done
  [ "$status" = 0 ] || { cat "$dir/log" >&2; return "$status"; }
}
