# What Gollum makes of each [[link]] of a wiki: a line of JSON with the page, the link and its HTML. Debian's ruby-gollum-lib
# is GitLab's edition of Gollum; elsewhere the gem is gollum-lib.

require 'json'
begin
  gem 'gitlab-gollum-lib'
rescue LoadError
  gem 'gollum-lib'
end
require 'gollum-lib'

Gollum::Filter::Tags.prepend(Module.new do
  def process_tag(tag)
    super.tap { |html| puts JSON.generate(page: $page.path, tag: tag, html: html) }
  end
end)

Gollum::Wiki.new(ARGV[0], base_path: '/wiki').pages.each do |page|
  $page = page
  page.formatted_data
end
